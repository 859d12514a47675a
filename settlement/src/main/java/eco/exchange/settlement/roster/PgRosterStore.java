package eco.exchange.settlement.roster;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.market.ContractId;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.collective.PgBeneficiaries;
import eco.exchange.settlement.person.PgPersonAccountRows;
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
  <T> Uni<Answer<T>> decide(
      ContractId contract,
      String payee,
      Function<PayeeRosters, Decision<List<RosterChange>, T>> rule) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, contract)
                .chain(() -> ground(transaction, contract, payee))
                .map(rule)
                .chain(
                    decision ->
                        write(transaction, decision.next())
                            .chain(() -> outbox.write(transaction, decision.events()))
                            .replaceWith(decision.answer())));
  }

  Uni<List<RosterView>> rosters(ContractId contract, String payee) {
    return list(pool, ROSTERS, Tuple.of(contract.number(), payee), PgRosterRows::roster);
  }

  Uni<List<RosterMemberView>> members(RosterId roster) {
    return list(
        pool,
        """
        SELECT member, household, shares, shown, code_hash FROM settlement.roster_member
         WHERE roster = $1 ORDER BY place
        """,
        Tuple.of(roster.text()),
        PgRosterRows::member);
  }

  Uni<List<RosterMember>> sealed(RosterId roster) {
    return list(
        pool,
        """
        SELECT member, household, shares, shown, sealed, blind_index, code_hash
          FROM settlement.roster_member
         WHERE roster = $1
           AND EXISTS (SELECT FROM settlement.roster own JOIN settlement.beneficiary
                         ON (beneficiary.contract, beneficiary.payee, beneficiary.number)
                            = (own.contract, own.payee, own.naming)
                        WHERE own.roster = $1)
         ORDER BY place
        """,
        Tuple.of(roster.text()),
        PgRosterRows::sealed);
  }

  Uni<List<RosterMember>> household(ContractId contract, String payee, String member) {
    return list(
        pool,
        """
        SELECT line.member, line.household, line.shares, line.shown, line.sealed, line.blind_index,
               line.code_hash
          FROM (SELECT roster, household
                  FROM settlement.fixed_roster JOIN settlement.roster_member USING (roster)
                 WHERE (contract, payee, member) = ($1, $2, $3)
                 ORDER BY version DESC LIMIT 1) last
          JOIN settlement.roster_member line USING (roster, household) ORDER BY line.place
        """,
        Tuple.of(contract.number(), payee, member),
        PgRosterRows::sealed);
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
            PgRosterRows::id)
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
    return PgObjectionRows.objections(pool, contract, payee);
  }

  // One decision at a time about a trade: its row is locked as settlement itself does.
  private static Uni<Void> lock(SqlClient transaction, ContractId contract) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .replaceWithVoid();
  }

  // Who is paid under an amendment can make the roster ready before its year begins.
  private static Uni<PayeeRosters> ground(SqlClient client, ContractId contract, String payee) {
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
            PgBeneficiaries.of(client, contract, payee),
            list(client, ROSTERS, key, PgRosterRows::roster),
            PgObjectionRows.objections(client, contract, payee))
        .with(
            (known, beneficiary, rosters, objections) ->
                new PayeeRosters(payee, known, beneficiary, rosters, objections));
  }

  private Uni<Void> write(SqlClient transaction, List<RosterChange> changes) {
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(change -> write(transaction, change))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(SqlClient transaction, RosterChange change) {
    return switch (change) {
      case RosterChange.Filed filed ->
          PgRosterRows.write(transaction, filed.roster())
              .chain(() -> PgRosterRows.write(transaction, filed.roster().id(), filed.members()))
              .chain(
                  () ->
                      PgPersonAccountRows.write(
                          transaction, telling(filed.roster()), filed.accounts()));
      case RosterChange.Ended ended -> PgRosterRows.write(transaction, ended.roster(), ended.end());
      case RosterChange.Raised raised -> PgObjectionRows.write(transaction, raised.objection());
      case RosterChange.Decided decided ->
          PgObjectionRows.write(transaction, decided.objection(), decided.end());
    };
  }

  private static PgPersonAccountRows.Telling telling(RosterView roster) {
    RosterId id = roster.id();
    return new PgPersonAccountRows.Telling(
        id.contract(), id.payee(), Optional.of(id.text()), roster.filedBy(), roster.filedAt());
  }
}
