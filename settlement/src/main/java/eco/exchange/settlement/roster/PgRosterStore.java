package eco.exchange.settlement.roster;

import static eco.exchange.settlement.PgQueries.list;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.outbox.Outbox;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Rosters in PostgreSQL. */
@ApplicationScoped
class PgRosterStore {

  private static final String ROSTERS =
      """
      SELECT roster.contract, roster.payee, roster.version, roster.rule, roster.record_date,
             roster.resolution, roster.hash, roster.filed_by, roster.filed_at,
             roster.objections_end_at, ended.is_fixed, ended.opinion, ended.reviewed_by,
             ended.ended_by, ended.ended_at, counted.members, counted.households, counted.shares
        FROM settlement.roster LEFT JOIN settlement.roster_end ended USING (roster)
       CROSS JOIN LATERAL (SELECT count(*)::int AS members,
                                  count(DISTINCT household)::int AS households,
                                  sum(shares)::bigint AS shares
                             FROM settlement.roster_member member
                            WHERE member.roster = roster.roster) counted
       WHERE (roster.contract, roster.payee) = ($1, $2) ORDER BY roster.version
      """;

  private final Pool pool;
  private final Outbox outbox;

  PgRosterStore(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  /**
   * Lets a rule decide about the rosters of a payee, alone with all that is settled in its trade,
   * and writes what it changes: all of it or nothing.
   */
  <T> Uni<Answer<T>> decide(ContractId contract, String payee, Function<Ground, Outcome<T>> rule) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, contract)
                .chain(() -> ground(transaction, contract, payee))
                .map(rule)
                .chain(
                    outcome ->
                        write(transaction, outcome.changes()).replaceWith(outcome.answer())));
  }

  Uni<Optional<BeneficiaryView>> beneficiary(ContractId contract, String payee) {
    return beneficiary(pool, contract, payee);
  }

  Uni<List<RosterView>> rosters(ContractId contract, String payee) {
    return list(pool, ROSTERS, Tuple.of(contract.number(), payee), PgRosterRowsStore::roster);
  }

  Uni<List<MemberView>> members(RosterId roster) {
    return list(
        pool,
        """
        SELECT member, household, shares, shown, code_hash FROM settlement.roster_member
         WHERE roster = $1 ORDER BY place
        """,
        Tuple.of(roster.text()),
        PgRosterRowsStore::member);
  }

  Uni<List<Member>> sealed(RosterId roster) {
    return list(
        pool,
        """
        SELECT member, household, shares, shown, sealed, blind_index, code_hash
          FROM settlement.roster_member WHERE roster = $1 ORDER BY place
        """,
        Tuple.of(roster.text()),
        PgRosterRowsStore::sealed);
  }

  Uni<List<Member>> household(ContractId contract, String payee, String member) {
    return list(
        pool,
        """
        SELECT line.member, line.household, line.shares, line.shown, line.sealed, line.blind_index,
               line.code_hash
          FROM (SELECT roster, household
                  FROM settlement.roster JOIN settlement.roster_end USING (roster)
                  JOIN settlement.roster_member USING (roster)
                 WHERE (contract, payee, member) = ($1, $2, $3) AND is_fixed
                 ORDER BY version DESC LIMIT 1) last
          JOIN settlement.roster_member line USING (roster, household) ORDER BY line.place
        """,
        Tuple.of(contract.number(), payee, member),
        PgRosterRowsStore::sealed);
  }

  Uni<Optional<RosterId>> shownTo(String codeHash) {
    return list(
            pool,
            """
            SELECT contract, payee, version FROM settlement.roster
              JOIN settlement.roster_member USING (roster)
             WHERE code_hash = $1
               AND NOT EXISTS (SELECT FROM settlement.roster_end ended
                                WHERE ended.roster = roster.roster)
             ORDER BY version DESC LIMIT 1
            """,
            Tuple.of(codeHash),
            PgRosterRowsStore::id)
        .map(found -> found.stream().findFirst());
  }

  /** The member of a roster whom a personal code belongs to. */
  Uni<Optional<String>> memberOf(RosterId roster, String codeHash) {
    return list(
            pool,
            "SELECT member FROM settlement.roster_member WHERE roster = $1 AND code_hash = $2",
            Tuple.of(roster.text(), codeHash),
            row -> row.getString("member"))
        .map(found -> found.stream().findFirst());
  }

  Uni<List<ObjectionView>> objections(ContractId contract, String payee) {
    return PgObjectionStore.objections(pool, contract, payee);
  }

  // One decision at a time about a trade: its row is locked as settlement itself does.
  private static Uni<Void> lock(SqlClient transaction, ContractId contract) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .replaceWithVoid();
  }

  // Who is paid under an amendment can make the roster ready before its year begins.
  private static Uni<Ground> ground(SqlClient client, ContractId contract, String payee) {
    Tuple key = Tuple.of(contract.number(), payee);
    Uni<Optional<SharingTerms>> terms =
        list(
                client,
                """
                SELECT coalesce((SELECT terms_json FROM settlement.amendment
                                  WHERE contract = $1 ORDER BY from_year DESC LIMIT 1),
                                terms_json) AS terms_json
                  FROM settlement.contract WHERE contract = $1
                """,
                Tuple.of(contract.number()),
                row -> TermsJson.read(row.getString("terms_json")))
            .map(found -> found.stream().findFirst());
    return Uni.combine()
        .all()
        .unis(
            terms,
            beneficiary(client, contract, payee),
            list(client, ROSTERS, key, PgRosterRowsStore::roster),
            PgObjectionStore.objections(client, contract, payee))
        .with(
            (known, beneficiary, rosters, objections) ->
                new Ground(payee, known, beneficiary, rosters, objections));
  }

  private static Uni<Optional<BeneficiaryView>> beneficiary(
      SqlClient client, ContractId contract, String payee) {
    return list(
            client,
            """
            SELECT contract, payee, party, name, named_by, named_at FROM settlement.beneficiary
             WHERE (contract, payee) = ($1, $2)
            """,
            Tuple.of(contract.number(), payee),
            PgRosterRowsStore::beneficiary)
        .map(found -> found.stream().findFirst());
  }

  private Uni<Void> write(SqlClient transaction, List<Outcome.Change> changes) {
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(change -> write(transaction, change))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(SqlClient transaction, Outcome.Change change) {
    return switch (change) {
      case Outcome.Change.Named named -> PgRosterRowsStore.write(transaction, named.beneficiary());
      case Outcome.Change.Filed filed ->
          PgRosterRowsStore.write(transaction, filed.roster())
              .chain(
                  () -> PgRosterRowsStore.write(transaction, filed.roster().id(), filed.members()))
              .chain(
                  () ->
                      PgPersonAccountStore.write(
                          transaction, telling(filed.roster()), filed.accounts()));
      case Outcome.Change.Ended ended ->
          PgRosterRowsStore.write(transaction, ended.roster(), ended.end());
      case Outcome.Change.Raised raised -> PgObjectionStore.write(transaction, raised.objection());
      case Outcome.Change.Decided decided ->
          PgObjectionStore.write(transaction, decided.objection(), decided.end());
      case Outcome.Change.Told told -> outbox.write(transaction, told.event());
    };
  }

  private static PgPersonAccountStore.Telling telling(RosterView roster) {
    RosterId id = roster.id();
    return new PgPersonAccountStore.Telling(
        id.contract(), id.payee(), Optional.of(id.text()), roster.filedBy(), roster.filedAt());
  }
}
