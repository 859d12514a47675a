package eco.exchange.settlement.allotment;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.allotment.MemberPayouts.Kept;
import eco.exchange.settlement.generalledger.PgLedgerRows;
import eco.exchange.settlement.person.PgPersonAccountRows;
import eco.exchange.settlement.person.PgPersonAccountRows.Telling;
import eco.exchange.settlement.person.SealedAccount;
import eco.exchange.settlement.receipt.PgPaymentOrderRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Allotments in PostgreSQL, each written with the transfers and payment orders that it makes. */
@ApplicationScoped
class PgAllotmentStore {

  /**
   * What was given to members of a contract and not paid out. Each member is looked up by himself:
   * of a hundred thousand the planner would compare each with every other.
   */
  private static final String KEPT =
      """
      SELECT part.allotment, roster.contract, roster.payee, part.member, member.shown,
             part.amount_fen, member.person_account
        FROM settlement.allotment JOIN settlement.roster USING (roster)
        JOIN settlement.allotment_part part USING (allotment)
       CROSS JOIN LATERAL (SELECT shown, person_account FROM settlement.member
                            WHERE (member.contract, member.payee, member.member)
                                  = (roster.contract, roster.payee, part.member) OFFSET 0) member
       WHERE roster.contract = $1 AND part.amount_fen > 0
         AND NOT EXISTS (SELECT FROM settlement.transfer
                          WHERE business_key = 'payout/' || part.allotment || '/' || part.member)
      """;

  private static final String PAYABLE =
      KEPT + " AND member.person_account IS NOT NULL ORDER BY part.allotment, part.member";

  /** The same of one payee, with what the bank has rejected or returned. */
  private static final String HELD =
      """
      WITH held AS (
        SELECT member, amount_fen, 0::bigint AS back_fen FROM (%s) kept WHERE payee = $2
        UNION ALL
        SELECT account.owner, amount_fen, amount_fen
          FROM settlement.payment JOIN settlement.account ON account.name = payment.payee
         WHERE payment.story = $1 || '/' || $2 AND back_at IS NOT NULL AND NOT is_ordered_anew)
      SELECT member.member, member.shown, sum(amount_fen)::bigint AS amount_fen,
             sum(back_fen)::bigint AS back_fen, count(*)::int AS parts
        FROM held
       CROSS JOIN LATERAL (SELECT member, shown FROM settlement.member known
                            WHERE (known.contract, known.payee, known.member)
                                  = ($1, $2, held.member) OFFSET 0) member
       GROUP BY member.member, member.shown ORDER BY member.member
      """
          .formatted(KEPT);

  private static final String ACCOUNTS =
      """
      SELECT member, shown, holder, account, bank, told_at FROM settlement.member
       WHERE (contract, payee) = ($1, $2)
      """;

  private final Pool pool;

  PgAllotmentStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<AllotmentView>> allotDue(ContractId contract, Instant now) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, contract)
                .chain(() -> PgAllotmentRows.of(transaction, contract))
                .map(due -> due.all(now))
                .call(made -> write(transaction, made, now))
                .call(() -> payKept(transaction, contract, now)));
  }

  Uni<Answer<MemberAccountView>> supply(SupplyAccount told, Actor by, Instant now) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, told.contract())
                .chain(() -> standing(transaction, told))
                .chain(
                    standing ->
                        standing
                            .refusal(told, by)
                            .map(PgAllotmentStore::refused)
                            .orElseGet(() -> supplied(transaction, told, standing, by, now))));
  }

  Uni<List<HeldView>> held(ContractId contract, String payee) {
    return list(pool, HELD, Tuple.of(contract.number(), payee), PgAllotmentStore::held);
  }

  Uni<List<MemberAccountView>> accounts(ContractId contract, String payee) {
    return list(
        pool,
        ACCOUNTS + " ORDER BY member",
        Tuple.of(contract.number(), payee),
        PgAllotmentStore::account);
  }

  Uni<List<AllotmentView>> allotments(ContractId contract, String payee) {
    return PgAllotmentRows.allotments(pool, contract, payee);
  }

  private static Uni<MemberAccountCheck> standing(SqlClient transaction, SupplyAccount told) {
    String contract = told.contract().number();
    return Uni.combine()
        .all()
        .unis(
            list(
                transaction,
                "SELECT party FROM settlement.beneficiary WHERE (contract, payee) = ($1, $2)",
                Tuple.of(contract, told.payee()),
                row -> new PartyId(row.getUUID("party"))),
            list(
                transaction,
                """
                SELECT member, household, person, mark FROM settlement.member
                 WHERE (contract, payee) = ($1, $2) AND (member = $3 OR mark = $4)
                """,
                Tuple.of(contract, told.payee(), told.member(), told.account().mark()),
                PgAllotmentStore::line),
            list(transaction, HELD, Tuple.of(contract, told.payee()), PgAllotmentStore::held))
        .with(
            (parties, lines, held) ->
                new MemberAccountCheck(
                    parties.stream().findFirst(),
                    lines,
                    held.stream()
                        .filter(it -> it.member().equals(told.member()))
                        .anyMatch(it -> it.cameBack().isPositive())));
  }

  private static Uni<Answer<MemberAccountView>> refused(Refusal refusal) {
    return Uni.createFrom().item(Answer.refused(List.of(refusal)));
  }

  private static Uni<Answer<MemberAccountView>> supplied(
      SqlClient transaction,
      SupplyAccount told,
      MemberAccountCheck standing,
      Actor by,
      Instant now) {
    Telling telling =
        new Telling(told.contract(), told.payee(), Optional.empty(), by.account(), now);
    List<SealedAccount> news = standing.isNews(told) ? List.of(told.account()) : List.of();
    return PgPersonAccountRows.write(transaction, telling, news)
        .chain(() -> payKept(transaction, told.contract(), now))
        .chain(
            () ->
                list(
                    transaction,
                    ACCOUNTS + " AND member = $3",
                    Tuple.of(told.contract().number(), told.payee(), told.member()),
                    PgAllotmentStore::account))
        .map(found -> Answer.done(found.getFirst()));
  }

  /** Orders to be paid what members have and the bank can pay. */
  private static Uni<Void> payKept(SqlClient transaction, ContractId contract, Instant now) {
    return list(transaction, PAYABLE, Tuple.of(contract.number()), PgAllotmentStore::kept)
        .chain(
            kept ->
                PgLedgerRows.write(
                        transaction, kept.stream().map(it -> it.transfer(now)).toList(), now)
                    .chain(
                        () ->
                            PgPaymentOrderRows.writeOrders(
                                transaction, kept.stream().map(it -> it.order(now)).toList())));
  }

  private static Uni<Void> write(SqlClient transaction, List<AllotmentView> made, Instant now) {
    return PgAllotmentRows.write(transaction, made)
        .chain(
            () ->
                PgLedgerRows.write(
                    transaction,
                    made.stream().map(MemberPayouts::given).flatMap(List::stream).toList(),
                    now));
  }

  private static Uni<Void> lock(SqlClient transaction, ContractId contract) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .replaceWithVoid();
  }

  private static MemberAccountCheck.Line line(Row row) {
    return new MemberAccountCheck.Line(
        row.getString("member"),
        row.getString("household"),
        row.getString("person"),
        Optional.ofNullable(row.getString("mark")));
  }

  private static Kept kept(Row row) {
    return new Kept(
        ContractId.parse(row.getString("contract")),
        row.getString("payee"),
        row.getString("allotment"),
        row.getString("member"),
        row.getString("shown"),
        new Money(row.getLong("amount_fen")));
  }

  private static HeldView held(Row row) {
    return new HeldView(
        row.getString("member"),
        row.getString("shown"),
        new Money(row.getLong("amount_fen")),
        new Money(row.getLong("back_fen")),
        row.getInteger("parts"));
  }

  private static MemberAccountView account(Row row) {
    return new MemberAccountView(
        row.getString("member"),
        row.getString("shown"),
        PgVillageViews.shown(row),
        Optional.ofNullable(row.getOffsetDateTime("told_at")).map(OffsetDateTime::toInstant));
  }
}
