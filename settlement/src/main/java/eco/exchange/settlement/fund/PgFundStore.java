package eco.exchange.settlement.fund;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.generalledger.PgLedgerRows;
import eco.exchange.settlement.receipt.PgPaymentOrderRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Funds in PostgreSQL. */
@ApplicationScoped
class PgFundStore {

  private static final String FUNDS =
      """
      SELECT fund.fund, fund.watershed, fund.opened_at, coalesce(account.balance_fen, 0) AS balance_fen,
             coalesce((SELECT sum(amount_fen) FROM settlement.fund_entry entry
                        WHERE entry.fund = fund.fund AND is_in), 0)::bigint AS received_fen,
             coalesce((SELECT sum(amount_fen) FROM settlement.fund_entry entry
                        WHERE entry.fund = fund.fund AND NOT is_in), 0)::bigint AS spent_fen
        FROM settlement.fund
        LEFT JOIN settlement.account ON account.name = 'fund/' || fund.fund || ':FUND'
       WHERE $1::text IS NULL OR fund.fund = $1 ORDER BY fund.fund
      """;
  private static final String PROJECTS =
      """
      SELECT project.*, told.is_approved, told.opinion, told.reviewed_by, told.decided_by,
             told.decided_at, ended.erosion, ended.evidence, ended.reported_by, ended.accepted_by,
             ended.completed_at,
             coalesce((SELECT sum(amount_fen) FROM settlement.project_payment payment
                         JOIN settlement.payment_decision USING (payment)
                        WHERE payment.project = project.project AND is_paid), 0)::bigint AS paid_fen
        FROM settlement.project
        LEFT JOIN settlement.project_decision told USING (project)
        LEFT JOIN settlement.project_completion ended USING (project)
       WHERE $1::text IS NULL OR fund = $1 ORDER BY fund, number
      """;
  private static final String PAYMENTS =
      """
      SELECT payment.payment, project.fund, project.number AS project_number, payment.number,
             payment.amount_fen, payment.evidence, payment.sha256, payment.asked_by,
             payment.asked_at, told.is_paid, told.opinion, told.reviewed_by, told.decided_by,
             told.decided_at
        FROM settlement.project_payment payment JOIN settlement.project USING (project)
        LEFT JOIN settlement.payment_decision told USING (payment)
       WHERE fund = $1 ORDER BY project.number, payment.number
      """;
  private static final String ENTRIES =
      """
      SELECT seq, is_in, amount_fen, business_key, purpose, entered_at, previous, hash
        FROM settlement.fund_entry WHERE fund = $1 ORDER BY seq
      """;

  private final Pool pool;
  private final Outbox outbox;

  PgFundStore(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  /** Lets a rule decide about a fund, alone with its books, and writes what it changes. */
  <T> Uni<Answer<T>> decide(FundId fund, Function<FundBooks, Decision<List<FundChange>, T>> rule) {
    return pool.withTransaction(
        transaction ->
            lock(transaction, fund)
                .chain(() -> books(transaction, fund))
                .map(
                    found ->
                        found
                            .map(rule)
                            .orElseGet(
                                () ->
                                    Decision.refused(
                                        FundRefusal.FUND_UNKNOWN, "no fund " + fund, List.of())))
                .chain(
                    decision ->
                        write(transaction, fund, decision.next())
                            .chain(() -> outbox.write(transaction, decision.events()))
                            .replaceWith(decision.answer())));
  }

  Uni<Optional<FundBooks>> books(FundId fund) {
    return books(pool, fund);
  }

  Uni<List<FundView>> funds() {
    return Uni.combine()
        .all()
        .unis(
            list(pool, FUNDS, Tuple.of((String) null), PgFundRows::fund),
            list(pool, PROJECTS, Tuple.of((String) null), PgFundRows::project))
        .with(
            (funds, projects) ->
                funds.stream().map(fund -> PgFundRows.committed(fund, projects)).toList());
  }

  Uni<List<FundEntry>> entries(FundId fund) {
    return list(pool, ENTRIES, Tuple.of(fund.toString()), PgFundEntryRows::entry);
  }

  static Uni<Void> lock(SqlClient transaction, FundId fund) {
    return transaction
        .preparedQuery("SELECT FROM settlement.fund WHERE fund = $1 FOR UPDATE")
        .execute(Tuple.of(fund.toString()))
        .replaceWithVoid();
  }

  static Uni<Optional<FundBooks>> books(SqlClient client, FundId fund) {
    Tuple key = Tuple.of(fund.toString());
    return Uni.combine()
        .all()
        .unis(
            list(client, FUNDS, key, PgFundRows::fund),
            list(client, ENTRIES, key, PgFundEntryRows::entry),
            list(client, PROJECTS, key, PgFundRows::project),
            list(client, PAYMENTS, key, PgFundRows::payment))
        .with(
            (funds, entries, projects, payments) ->
                funds.stream()
                    .findFirst()
                    .map(
                        found ->
                            new FundBooks(
                                PgFundRows.committed(found, projects),
                                entries.size(),
                                entries.isEmpty() ? FundEntry.NONE : entries.getLast().hash(),
                                projects,
                                payments)));
  }

  private Uni<Void> write(SqlClient transaction, FundId fund, List<FundChange> changes) {
    return Multi.createFrom()
        .iterable(changes)
        .onItem()
        .transformToUniAndConcatenate(change -> write(transaction, fund, change))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> write(SqlClient transaction, FundId fund, FundChange change) {
    return switch (change) {
      case FundChange.Proposed it -> PgFundRows.write(transaction, it.project());
      case FundChange.ProjectDecided it ->
          PgFundRows.write(transaction, it.project(), it.decision());
      case FundChange.ProjectCompleted it ->
          PgFundRows.write(transaction, it.project(), it.completion());
      case FundChange.Asked it -> PgFundRows.write(transaction, it.payment());
      case FundChange.Refused it -> PgFundRows.write(transaction, it.payment(), it.decision());
      case FundChange.Paid it -> paid(transaction, fund, it);
    };
  }

  private static Uni<Void> paid(SqlClient transaction, FundId fund, FundChange.Paid it) {
    return PgFundRows.write(transaction, it.payment(), it.decision())
        .chain(() -> PgFundEntryRows.write(transaction, fund, List.of(it.entry())))
        .chain(
            () ->
                PgLedgerRows.write(transaction, List.of(it.transfer()), it.decision().decidedAt()))
        .chain(() -> PgPaymentOrderRows.writeOrders(transaction, List.of(it.order())));
  }
}
