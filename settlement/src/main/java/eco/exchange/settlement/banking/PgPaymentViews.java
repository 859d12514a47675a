package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.PaymentFileContent.ReadyOrder;
import eco.exchange.settlement.rows.NumberedRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Payment orders and files to look at, in PostgreSQL. */
final class PgPaymentViews {

  private static final String TOLD =
      """
      SELECT business_key, number, story, payee, beneficiary, amount_fen, remittance, ordered_at,
             due_at, end_to_end, file, holder, account, bank, reason, standing
        FROM settlement.""";

  private static final String PAYMENTS = TOLD + "payment ";

  /** Those that somebody must still see to; of all that were ever ordered they are a few. */
  private static final String OPEN = TOLD + "open_payment ";

  private PgPaymentViews() {}

  /** The orders that can go to the bank, oldest first. */
  static Uni<List<ReadyOrder>> ready(SqlClient transaction, int limit) {
    return list(
        transaction,
        """
        SELECT business_key, holder, account, bank, person_account, amount_fen, remittance
          FROM settlement.open_payment
         WHERE state = 'WAITING' AND account IS NOT NULL AND NOT is_held
         ORDER BY number LIMIT $1
        """,
        Tuple.of(limit),
        row ->
            new ReadyOrder(
                row.getString("business_key"),
                account(row).orElseThrow(),
                Optional.ofNullable(row.getLong("person_account")),
                new Money(row.getLong("amount_fen")),
                row.getString("remittance")));
  }

  /** The orders that have come back, and whose payee has told another account since. */
  static Uni<List<PaymentView>> toldSince(SqlClient client, int limit) {
    return list(
        client,
        OPEN
            + """
               WHERE state = 'CAME_BACK' AND last_person_account <> person_account
               ORDER BY number LIMIT $1
              """,
        Tuple.of(limit),
        PgPaymentViews::view);
  }

  /** Files, latest first. */
  static Uni<Page<PaymentFileView>> files(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            """
            SELECT payment_file.number, payment_file.file, payment_file.written_at,
                   count(*)::int AS payments, sum(transfer.amount_fen)::bigint AS sum_fen,
                   bool_or(EXISTS (SELECT FROM settlement.payment_answer answer
                                    WHERE answer.end_to_end = line.end_to_end)) AS answered
              FROM (SELECT * FROM settlement.payment_file
                     WHERE number < $1 ORDER BY number DESC LIMIT $2) payment_file
              JOIN settlement.payment_line line USING (file)
              JOIN settlement.transfer USING (business_key)
             GROUP BY payment_file.number, payment_file.file, payment_file.written_at
             ORDER BY payment_file.number DESC
            """,
            Tuple.of(after.map(Long::parseLong).orElse(Long.MAX_VALUE), limit),
            row -> new NumberedRow<>(row.getLong("number"), fileView(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  /** An order by the id that the bank knows it by. */
  static Uni<Optional<PaymentView>> payment(SqlClient client, String endToEnd) {
    return list(
            client, PAYMENTS + " WHERE end_to_end = $1", Tuple.of(endToEnd), PgPaymentViews::view)
        .map(found -> found.stream().findFirst());
  }

  /** The orders that stand in a file, oldest first. */
  static Uni<List<PaymentView>> ofFile(SqlClient client, String file) {
    return list(
        client,
        PAYMENTS + " WHERE file = $1 ORDER BY number",
        Tuple.of(file),
        PgPaymentViews::view);
  }

  /** The orders from a payee's account of the ledger, oldest first. */
  static Uni<List<PaymentView>> ofPayee(SqlClient client, String payee) {
    return list(
        client,
        PAYMENTS + " WHERE payee = $1 ORDER BY number",
        Tuple.of(payee),
        PgPaymentViews::view);
  }

  /** The orders of a trade, oldest first. */
  static Uni<List<PaymentView>> ofStory(SqlClient client, String story) {
    return list(
        client,
        PAYMENTS + " WHERE story = $1 ORDER BY number",
        Tuple.of(story),
        PgPaymentViews::view);
  }

  /**
   * The orders that a person must see to, oldest first: those that lack an account, those that the
   * bank holds back, and those that have come back and are not ordered anew.
   */
  static Uni<Page<PaymentView>> stuck(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            OPEN
                + """
                   WHERE number > $1 AND stuck_for IS NOT NULL
                   ORDER BY number LIMIT $2
                  """,
            Tuple.of(after.map(Long::parseLong).orElse(0L), limit),
            row -> new NumberedRow<>(row.getLong("number"), view(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  /** The orders that are to be paid by a day of the law and are not, the most urgent first. */
  static Uni<List<PaymentView>> due(SqlClient client, int limit) {
    return list(
        client,
        OPEN
            + """
               WHERE due_at IS NOT NULL AND state <> 'CAME_BACK'
               ORDER BY due_at, number LIMIT $1
              """,
        Tuple.of(limit),
        PgPaymentViews::view);
  }

  private static PaymentFileView fileView(Row row) {
    return new PaymentFileView(
        row.getString("file"),
        row.getOffsetDateTime("written_at").toInstant(),
        row.getInteger("payments"),
        new Money(row.getLong("sum_fen")),
        row.getBoolean("answered"));
  }

  private static PaymentView view(Row row) {
    return new PaymentView(
        row.getString("business_key"),
        row.getString("story"),
        row.getString("payee"),
        row.getString("beneficiary"),
        new Money(row.getLong("amount_fen")),
        row.getString("remittance"),
        account(row),
        Optional.ofNullable(row.getString("end_to_end")),
        Optional.ofNullable(row.getString("file")),
        PaymentState.valueOf(row.getString("standing")),
        Optional.ofNullable(row.getString("reason")).orElse(""),
        row.getOffsetDateTime("ordered_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()));
  }

  private static Optional<BankAccount> account(Row row) {
    return Optional.ofNullable(row.getString("account"))
        .map(number -> new BankAccount(row.getString("holder"), number, row.getString("bank")));
  }
}
