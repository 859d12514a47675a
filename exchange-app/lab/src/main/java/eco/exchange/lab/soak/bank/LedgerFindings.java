package eco.exchange.lab.soak.bank;

import eco.exchange.lab.soak.bank.plain.RandomBank.Awaited;
import eco.exchange.money.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the books of the exchange, read from its tables and not by its own reading. */
final class LedgerFindings {

  private static final String PAYMENTS_WITH =
      """
      SELECT line.end_to_end FROM settlement.payment_line line
        JOIN settlement.transfer ON transfer.business_key = '%s' || line.business_key
      """;

  private static final String OPEN =
      """
      SELECT kind || ' ' || exception FROM settlement.bank_exception
       WHERE NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                          WHERE ended.exception = bank_exception.exception)
      """;

  private static final String DISPUTED =
      """
      SELECT message || '/' || place, dispute FROM settlement.bank_line_outcome
       WHERE dispute IS NOT NULL
      """;

  private static final String FAILED =
      """
      SELECT message || '/' || place || ' ' || dispute FROM settlement.bank_line_outcome
       WHERE dispute LIKE 'it could not be followed%'
      UNION ALL
      SELECT detail FROM settlement.bank_exception WHERE detail LIKE '%NOT_READABLE%'
      """;

  private static final String UNFOLLOWED =
      """
      SELECT message || '/' || place FROM settlement.bank_line
       WHERE NOT EXISTS (SELECT FROM settlement.bank_line_outcome outcome
                          WHERE (outcome.message, outcome.place)
                                = (bank_line.message, bank_line.place))
      """;

  private static final String WRONG_ACCOUNTS =
      """
      SELECT count(*) FROM settlement.books
       WHERE balance_fen <> moved_fen OR held_fen <> pending_fen OR NOT has_enough
      """;

  private static final String BALANCE =
      "SELECT coalesce(-sum(balance_fen), 0) FROM settlement.account WHERE purpose = 'BANK'";

  private final Connection connection;

  LedgerFindings(Connection connection) {
    this.connection = connection;
  }

  /**
   * A receipt.
   *
   * @param reference the number by which the exchange knows it
   * @param year when it came in
   * @param isMatched whether it fitted a sub-account at once
   * @param reversal why it is none any more; empty if it is one
   */
  record Receipt(String reference, int year, Money amount, boolean isMatched, String reversal) {

    /** The number without what tells it from others of the same number. */
    String number() {
      return reference.replaceFirst("~\\d+$", "");
    }
  }

  /**
   * Everything.
   *
   * @param paid the end-to-end ids of the payments that have left
   * @param sentBack those of the payments that have come back after that
   * @param open the keys of exceptions that wait for a person
   * @param disputed the lines that are disputed, each with why
   * @param failed what the exchange itself could not do with a line or a message
   * @param unfollowed the lines that nobody has followed
   * @param wrongAccounts how many accounts their transfers do not make
   * @param balance what the accounts at the bank hold
   * @param checked with what the last statement has closed that was held against the books
   * @param unexplained the difference that was found then and no disputed line explains
   */
  record All(
      List<Receipt> receipts,
      Set<String> paid,
      Set<String> sentBack,
      Set<String> open,
      Map<String, String> disputed,
      Set<String> failed,
      Set<String> unfollowed,
      long wrongAccounts,
      Money balance,
      Money checked,
      Money unexplained) {}

  /** The sub-accounts on which something is awaited. */
  List<Awaited> awaited() throws SQLException {
    return list(
        """
        SELECT number, expected_fen FROM settlement.sub_account WHERE state = 'AWAITED' ORDER BY number
        """,
        row -> new Awaited(row.getString(1), new Money(row.getLong(2))));
  }

  /** Reads everything. */
  All read() throws SQLException {
    return new All(
        receipts(),
        texts(PAYMENTS_WITH.formatted("paid/")),
        texts(PAYMENTS_WITH.formatted("returned/")),
        texts(OPEN),
        disputed(),
        texts(FAILED),
        texts(UNFOLLOWED),
        number(WRONG_ACCOUNTS),
        new Money(number(BALANCE)),
        new Money(lastCheck("closing_fen")),
        new Money(lastCheck("unexplained_fen")));
  }

  private long lastCheck(String what) throws SQLException {
    return number(
        """
        SELECT coalesce((SELECT checked.%s FROM settlement.bank_balance_check checked
                           JOIN settlement.bank_statement_link link USING (message)
                          ORDER BY link.number DESC LIMIT 1), 0)
        """
            .formatted(what));
  }

  private List<Receipt> receipts() throws SQLException {
    return list(
        """
        SELECT reference, extract(year FROM arrived_at AT TIME ZONE 'Asia/Shanghai'), amount_fen,
               receipt.cause IS NULL, coalesce(reversal.cause, '')
          FROM settlement.receipt LEFT JOIN settlement.receipt_reversal reversal USING (reference)
        """,
        row ->
            new Receipt(
                row.getString(1),
                row.getInt(2),
                new Money(row.getLong(3)),
                row.getBoolean(4),
                row.getString(5)));
  }

  private Map<String, String> disputed() throws SQLException {
    return list(DISPUTED, row -> Map.entry(row.getString(1), row.getString(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Set<String> texts(String sql) throws SQLException {
    return new HashSet<>(list(sql, row -> row.getString(1)));
  }

  private long number(String sql) throws SQLException {
    return list(sql, row -> row.getLong(1)).getFirst();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reading.of(rows));
      }
      return all;
    }
  }
}
