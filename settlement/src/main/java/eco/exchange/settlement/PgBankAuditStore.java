package eco.exchange.settlement;

import static eco.exchange.settlement.PgQueries.list;

import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.DisputeView;
import eco.exchange.settlement.bank.MessageView;
import eco.exchange.settlement.bank.Told;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;

/** The messages of the bank to look at, in PostgreSQL. */
final class PgBankAuditStore {

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

  private static final RecordJson JSON = new RecordJson(Told.class);

  private PgBankAuditStore() {}

  /** Messages, latest first. */
  static Uni<Page<MessageView>> messages(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            MESSAGES
                + " WHERE message.number < $1 GROUP BY 1 ORDER BY message.number DESC LIMIT $2",
            Tuple.of(after.map(Long::parseLong).orElse(Long.MAX_VALUE), limit),
            row -> new Placed<>(row.getLong("number"), view(row)))
        .map(rows -> Placed.page(rows, limit));
  }

  /** Disputed lines, latest first. */
  static Uni<Page<DisputeView>> disputes(SqlClient client, Optional<String> after, int limit) {
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
            row -> new Placed<>(row.getLong("number"), dispute(row)))
        .map(rows -> Placed.page(rows, limit));
  }

  static Uni<Optional<MessageView>> message(SqlClient client, String id) {
    return list(
            client,
            MESSAGES + " WHERE message.message = $1 GROUP BY 1",
            Tuple.of(id),
            PgBankAuditStore::view)
        .map(found -> found.stream().findFirst());
  }

  private static DisputeView dispute(Row row) {
    return new DisputeView(
        row.getString("message"),
        row.getInteger("place"),
        told(row),
        row.getString("dispute"),
        row.getOffsetDateTime("noted_at").toInstant());
  }

  private static MessageView view(Row row) {
    return new MessageView(
        row.getString("message"),
        MessageView.Kind.valueOf(row.getString("kind")),
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
  static String written(Told told) {
    return JSON.write(told);
  }

  /** What a line tells, from its column. */
  static Told told(Row row) {
    return JSON.read(Told.class, row.getJsonObject("told").encode());
  }
}
