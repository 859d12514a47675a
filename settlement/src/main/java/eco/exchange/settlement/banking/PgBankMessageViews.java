package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.rows.NumberedRow;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
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

  /** Messages by their numbers, in the order in which they came. */
  static Uni<List<BankMessageView>> messages(SqlClient client, List<String> ids) {
    return list(
        client,
        MESSAGES + " WHERE message.message = ANY ($1) GROUP BY 1 ORDER BY message.number",
        Tuple.of(ids.toArray(String[]::new)),
        PgBankMessageViews::view);
  }

  /** The message of the same statement, line by line, that came under another number before. */
  static Uni<Optional<BankMessageView>> copyOf(SqlClient client, BankMessage.Statement statement) {
    StatementPeriod period = statement.period();
    return list(
            client,
            MESSAGES
                + """
                   WHERE message.kind = 'STATEMENT' AND message.message <> $1
                     AND (statement_number, opening_fen, opens_on, closing_fen, closes_on)
                         = ($2, $3, $4, $5, $6)
                     AND coalesce((SELECT array_agg(told ORDER BY place) FROM settlement.bank_line
                                    WHERE bank_line.message = message.message), '{}')
                         = $7::text[]::jsonb[]
                   GROUP BY 1
                  """,
            Tuple.from(
                List.of(
                    statement.id(),
                    statement.number(),
                    period.opening().fen(),
                    period.opensOn(),
                    period.closing().fen(),
                    period.closesOn(),
                    statement.lines().stream()
                        .map(PgBankMessageViews::written)
                        .toArray(String[]::new))),
            PgBankMessageViews::view)
        .map(found -> found.stream().findFirst());
  }

  static Uni<Optional<BankMessageView>> message(SqlClient client, String id) {
    return list(
            client,
            MESSAGES + " WHERE message.message = $1 GROUP BY 1",
            Tuple.of(id),
            PgBankMessageViews::view)
        .map(found -> found.stream().findFirst());
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
