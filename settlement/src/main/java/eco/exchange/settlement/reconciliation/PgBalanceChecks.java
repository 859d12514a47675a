package eco.exchange.settlement.reconciliation;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.money.Money;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.movement.LineDispute;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The checks of closing balances, in PostgreSQL. */
public final class PgBalanceChecks {

  /**
   * The last statement of the chain, if all its lines are followed and it has not been checked, or
   * is to be checked once more. Everything is counted at one moment, at which no other message is
   * taken.
   */
  private static final String NEXT =
      """
      WITH last AS (
        SELECT link.message, message.closing_fen, message.closes_on
          FROM settlement.bank_statement_link link
          JOIN settlement.bank_message message USING (message)
         WHERE link.is_end ORDER BY link.number DESC LIMIT 1),
      first AS (
        SELECT message.opening_fen, message.opens_on
          FROM settlement.bank_statement_link link
          JOIN settlement.bank_message message USING (message)
         ORDER BY link.number LIMIT 1),
      movement AS (
        SELECT movement, booked_on, CASE WHEN is_incoming THEN amount_fen ELSE -amount_fen END AS effect_fen,
               EXISTS (SELECT FROM settlement.bank_report report
                         JOIN settlement.bank_message told USING (message)
                        WHERE report.movement = moved.movement AND told.kind = 'STATEMENT')
                 AS is_in_statement,
               -- By any line: the one that has told it first may have told too little to be followed.
               EXISTS (SELECT FROM settlement.bank_report report
                         JOIN settlement.bank_line_outcome outcome USING (message, place)
                         LEFT JOIN settlement.bank_line_judgement judged USING (message, place)
                        WHERE report.movement = moved.movement AND report.relation IN ('FIRST', 'FULLER')
                          AND (outcome.dispute IS NULL OR judged.message IS NOT NULL)) AS is_followed,
               EXISTS (SELECT FROM settlement.receipt_reversal struck
                        WHERE struck.movement = 'struck/' || moved.movement) AS is_struck
          FROM settlement.bank_movement moved
         WHERE NOT EXISTS (SELECT FROM settlement.bank_report report
                            WHERE report.movement = moved.movement AND report.relation = 'PART')),
      -- What statements have told, and nobody knows yet of which movement.
      untold AS (
        SELECT outcome.number, line.effect_fen, starts_with(outcome.dispute, $2::text) AS is_doubtful,
               NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                            WHERE ended.exception = 'line/' || line.message || '/' || line.place) AS is_open
          FROM settlement.bank_line_outcome outcome
          JOIN settlement.bank_line line USING (message, place)
          JOIN settlement.bank_statement_link link USING (message)
         WHERE outcome.dispute IS NOT NULL
           AND NOT EXISTS (SELECT FROM settlement.bank_report report
                            WHERE (report.message, report.place) = (line.message, line.place))
           -- Unless persons have entered by hand what it tells.
           AND NOT EXISTS (SELECT FROM movement entered
                             JOIN settlement.bank_movement_name named USING (movement)
                            WHERE named.kind = 'NUMBER' AND entered.is_followed
                              AND NOT entered.is_in_statement AND NOT entered.is_struck
                              AND entered.effect_fen = line.effect_fen
                              AND named.name IN (line.told #>> '{references,entry}',
                                                 line.told #>> '{references,own}',
                                                 line.told ->> 'reference')))
      SELECT last.message, last.closing_fen, checked.times, first.opening_fen AS start_fen,
             (SELECT coalesce(-sum(balance_fen), 0)::bigint FROM settlement.account
               WHERE purpose = 'BANK') AS books_fen,
             (SELECT coalesce(sum(effect_fen), 0)::bigint FROM movement
               WHERE is_followed AND NOT is_in_statement AND NOT is_struck
                 AND (booked_on > last.closes_on OR booked_on < first.opens_on))
               AS ahead_fen,
             (SELECT coalesce(sum(effect_fen), 0)::bigint FROM movement
               WHERE is_in_statement AND NOT is_followed)
             + (SELECT coalesce(sum(effect_fen), 0)::bigint FROM untold WHERE NOT is_doubtful)
               AS disputed_fen,
             ARRAY(SELECT effect_fen FROM untold WHERE is_doubtful AND is_open
                    ORDER BY number) AS doubtful_fen,
             coalesce((SELECT unexplained_fen FROM settlement.bank_balance_check
                        ORDER BY number DESC LIMIT 1), 0) AS before_fen
        FROM last CROSS JOIN first
       CROSS JOIN LATERAL (SELECT count(*)::int AS times FROM settlement.bank_balance_check earlier
                            WHERE earlier.message = last.message) checked
       WHERE (checked.times = 0 OR $1::boolean)
         AND NOT EXISTS (SELECT FROM settlement.bank_line line
                          WHERE line.message = last.message
                            AND NOT EXISTS (SELECT FROM settlement.bank_line_outcome outcome
                                             WHERE (outcome.message, outcome.place)
                                                   = (line.message, line.place)))
      """;

  private PgBalanceChecks() {}

  /** Checks what is to be checked. */
  public static Uni<Void> check(SqlClient transaction, Outbox outbox, Instant now) {
    return check(transaction, outbox, false, false, now);
  }

  /**
   * Checks the last statement, even if it was checked before: a line is settled since.
   *
   * @param isMended whether something was struck since because of a difference; what is still not
   *     explained is told once more
   */
  public static Uni<Void> checkAgain(
      SqlClient transaction, Outbox outbox, boolean isMended, Instant now) {
    return check(transaction, outbox, true, isMended, now);
  }

  private static Uni<Void> check(
      SqlClient transaction, Outbox outbox, boolean isAgain, boolean isMended, Instant now) {
    return list(
            transaction,
            NEXT,
            Tuple.of(isAgain, LineDispute.MAYBE_KNOWN.told("")),
            row ->
                new BalanceCheck(
                    row.getString("message"),
                    row.getInteger("times"),
                    isMended,
                    new Money(row.getLong("start_fen")),
                    new Money(row.getLong("closing_fen")),
                    new Money(row.getLong("books_fen")),
                    new Money(row.getLong("ahead_fen")),
                    new Money(row.getLong("disputed_fen")),
                    Stream.of(row.getArrayOfLongs("doubtful_fen")).map(Money::new).toList(),
                    new Money(row.getLong("before_fen"))))
        .chain(
            checks ->
                checks.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : told(transaction, outbox, checks.getFirst(), now));
  }

  // Of several differences the last one counts: those before it have gone, or are a part of it.
  private static Uni<Void> told(
      SqlClient transaction, Outbox outbox, BalanceCheck check, Instant now) {
    Uni<Void> written = write(transaction, List.of(check), now);
    return check.isNews()
        ? written
            .chain(
                () ->
                    PgBankExceptions.endAll(
                        transaction,
                        outbox,
                        BankException.Kind.BALANCE_DIFFERS,
                        "the next statement differs by " + check.unexplained(),
                        now))
            .chain(
                () ->
                    PgBankExceptions.raise(
                        transaction, outbox, check.exception().stream().toList(), now))
        : written;
  }

  private static Uni<Void> write(SqlClient transaction, List<BalanceCheck> checks, Instant now) {
    return PgRows.of(checks)
        .texts(BalanceCheck::message)
        .fen(BalanceCheck::closing)
        .fen(BalanceCheck::books)
        .fen(BalanceCheck::ahead)
        .fen(BalanceCheck::disputed)
        .fen(BalanceCheck::unexplained)
        .times(check -> now)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_balance_check (message, closing_fen, books_fen, ahead_fen,
                                                       disputed_fen, unexplained_fen, checked_at)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[],
                                 $6::bigint[], $7::timestamptz[])
            """);
  }
}
