package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.rows.NumberedRow;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** The messages of the bank to look at, in PostgreSQL. */
final class PgBankMessageViews {

  private static final String MESSAGES =
      """
      SELECT message.message, message.number, message.kind, message.sha256, message.written_at,
             message.taken_at, message.sequence, message.closing_fen,
             (SELECT count(*) FROM settlement.bank_line WHERE bank_line.message = message.message)
               ::int AS lines,
             count(outcome.place)::int AS followed, count(outcome.dispute)::int AS disputed
        FROM settlement.bank_message message
        LEFT JOIN settlement.bank_line_outcome outcome USING (message)
      """;

  private static final RecordJson JSON = new RecordJson(BankLine.class);

  private PgBankMessageViews() {}

  /** Messages, latest first. */
  static Uni<Page<BankMessageView>> messages(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            MESSAGES
                + " WHERE message.number < $1 GROUP BY 1 ORDER BY message.number DESC LIMIT $2",
            Tuple.of(after.map(Long::parseLong).orElse(Long.MAX_VALUE), limit),
            row -> new NumberedRow<>(row.getLong("number"), view(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  /** Disputed lines, latest first. */
  static Uni<Page<BankDisputeView>> disputes(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            """
            SELECT outcome.number, outcome.message, outcome.place, outcome.dispute,
                   outcome.noted_at, line.told
              FROM settlement.bank_line_outcome outcome
              JOIN settlement.bank_line line USING (message, place)
             WHERE outcome.dispute IS NOT NULL AND outcome.number < $1
             ORDER BY outcome.number DESC LIMIT $2
            """,
            Tuple.of(after.map(Long::parseLong).orElse(Long.MAX_VALUE), limit),
            row -> new NumberedRow<>(row.getLong("number"), dispute(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  static Uni<Optional<BankMessageView>> message(SqlClient client, String id) {
    return list(
            client,
            MESSAGES + " WHERE message.message = $1 GROUP BY 1",
            Tuple.of(id),
            PgBankMessageViews::view)
        .map(found -> found.stream().findFirst());
  }

  private static BankDisputeView dispute(Row row) {
    return new BankDisputeView(
        row.getString("message"),
        row.getInteger("place"),
        told(row),
        row.getString("dispute"),
        row.getOffsetDateTime("noted_at").toInstant());
  }

  private static BankMessageView view(Row row) {
    return new BankMessageView(
        row.getString("message"),
        BankMessageView.Kind.valueOf(row.getString("kind")),
        row.getString("sha256"),
        row.getOffsetDateTime("written_at").toInstant(),
        row.getOffsetDateTime("taken_at").toInstant(),
        Optional.ofNullable(row.getLong("sequence")),
        Optional.ofNullable(row.getLong("closing_fen")).map(Money::new),
        row.getInteger("lines"),
        row.getInteger("followed"),
        row.getInteger("disputed"));
  }

  /** What a line tells, as its column keeps it. */
  static String written(BankLine told) {
    return JSON.write(told);
  }

  /** What a line tells, from its column. */
  static BankLine told(Row row) {
    return JSON.read(BankLine.class, row.getJsonObject("told").encode());
  }
}
