package eco.exchange.settlement.reconciliation;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.money.Money;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/**
 * Payments that wait for a person, as exceptions of the bank, in PostgreSQL: raised while they are
 * stuck, and ended when they are not.
 */
public final class PgStuckPayments {

  private static final int AT_ONCE = 1_000;

  /** One look at a time: what it finds is told before the next one looks. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('settlement.stuck_payment'))";

  /** The open payments with what a person must see to: also that the promised day has passed. */
  private static final String OPEN =
      """
      (SELECT *, coalesce(stuck_for,
                          CASE WHEN due_at <= $2 AND NOT is_held
                                    AND standing IN ('WAITING', 'SENT', 'ACCEPTED')
                               THEN 'OVERDUE' END) AS waits_for
         FROM settlement.open_payment)
      """;

  /**
   * Those whose exception is open, although they are stuck no more, or for something else by now.
   */
  private static final String FREED =
      """
      SELECT exception
        FROM settlement.bank_exception raised
       WHERE kind = 'PAYMENT_STUCK'
         AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                          WHERE ended.exception = raised.exception)
         AND NOT EXISTS (SELECT FROM %s still
                          WHERE business_key = raised.payment AND waits_for = raised.cause)
       ORDER BY number LIMIT $1
      """
          .formatted(OPEN);

  /**
   * Those of which no exception is open, with the moment at which two persons have explained one of
   * them last, if the bank has said nothing since.
   */
  private static final String STUCK =
      """
      SELECT business_key, waits_for, amount_fen, beneficiary, holder, account, bank, reason, due_at,
             CASE WHEN length(business_key) <= 120 THEN business_key
                  ELSE encode(sha256(convert_to(business_key, 'UTF8')), 'hex') END AS name,
             (SELECT count(*) FROM settlement.bank_exception
               WHERE payment = business_key)::int AS times,
             (SELECT max(ended_at)
                FROM settlement.bank_exception known
                JOIN settlement.bank_exception_end ended USING (exception)
               WHERE known.payment = business_key AND known.cause = waits_for
                 AND ended.proposed_by IS NOT NULL
                 AND NOT EXISTS (SELECT FROM settlement.payment_answer answer
                                   JOIN settlement.bank_message told USING (message)
                                  WHERE answer.end_to_end = stuck.end_to_end
                                    AND told.taken_at > ended.ended_at)) AS explained_at
        FROM %s stuck
       WHERE waits_for IS NOT NULL
         AND NOT EXISTS (SELECT FROM settlement.bank_exception known
                           LEFT JOIN settlement.bank_exception_end ended USING (exception)
                          WHERE known.payment = business_key AND known.cause = waits_for
                            AND ended.exception IS NULL)
       ORDER BY explained_at NULLS FIRST, stuck.number LIMIT $1
      """
          .formatted(OPEN);

  private PgStuckPayments() {}

  /**
   * Raises an exception for each payment that is stuck, and ends those of payments that are not.
   * What two persons have explained is raised once more, if it is still stuck after the time in
   * which somebody must see to an exception.
   */
  public static Uni<Void> look(SqlClient transaction, Outbox outbox, Instant now) {
    return transaction
        .query(LOCK)
        .execute()
        .chain(
            () ->
                list(
                    transaction,
                    FREED,
                    Tuple.of(AT_ONCE, utc(now)),
                    row -> row.getString("exception")))
        .chain(
            freed ->
                PgBankExceptions.endEach(
                    transaction, outbox, freed, "the payment is not stuck any more", now))
        .chain(
            () -> list(transaction, STUCK, Tuple.of(AT_ONCE, utc(now)), row -> toRaise(row, now)))
        .map(found -> found.stream().flatMap(Optional::stream).toList())
        .chain(raised -> PgBankExceptions.raise(transaction, outbox, raised, now));
  }

  private static Optional<Raised> toRaise(Row row, Instant now) {
    boolean rests =
        Optional.ofNullable(row.getOffsetDateTime("explained_at"))
            .filter(at -> now.isBefore(ExceptionDeadlines.from(at.toInstant())))
            .isPresent();
    return rests ? Optional.empty() : Optional.of(Raised.of(stuck(row)));
  }

  private static StuckPayment stuck(Row row) {
    return new StuckPayment(
        row.getString("business_key"),
        row.getString("name"),
        row.getInteger("times"),
        StuckPayment.Cause.valueOf(row.getString("waits_for")),
        new Money(row.getLong("amount_fen")),
        row.getString("beneficiary"),
        Optional.ofNullable(row.getString("account"))
            .map(number -> new BankAccount(row.getString("holder"), number, row.getString("bank"))),
        Optional.ofNullable(row.getString("reason")).orElse(""),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()));
  }
}
