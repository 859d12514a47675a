package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The disputed lines, from PostgreSQL. */
final class PgDisputedLines {

  private static final String LINES =
      """
      SELECT line.message, line.place, message.kind, message.number, line.told, report.movement
        FROM settlement.bank_line_outcome outcome
        JOIN settlement.bank_line line USING (message, place)
        JOIN settlement.bank_message message USING (message)
        LEFT JOIN settlement.bank_report report
               ON (report.message, report.place) = (line.message, line.place)
              AND report.relation IN ('FIRST', 'FULLER')
       WHERE outcome.dispute IS NOT NULL AND message.kind <> 'FILE_ANSWER'
      """;

  private static final String BY_EXCEPTION =
      LINES
          + """
           AND (line.message, line.place)
               = (substring($1::text FROM '^line/(.*)/[0-9]+$'), substring($1::text FROM '[0-9]+$')::int)
          """;

  private static final String OPEN =
      LINES
          + """
            AND line.told ->> 'kind' IN ('Incoming', 'Outgoing', 'Collective', 'Returned', 'Reversal')
            AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                             WHERE ended.exception = 'line/' || line.message || '/' || line.place)
            AND NOT EXISTS (SELECT FROM settlement.bank_line_judgement judged
                             WHERE (judged.message, judged.place) = (line.message, line.place))
          ORDER BY outcome.number
          """;

  /** How many lines are looked at with one query. */
  static final int AT_ONCE = 200;

  private PgDisputedLines() {}

  /** The line of an exception; empty if it is about something else. */
  static Uni<Optional<DisputedLine>> line(SqlClient client, String exception) {
    return list(client, BY_EXCEPTION, Tuple.of(exception), PgDisputedLines::line)
        .map(found -> found.stream().findFirst());
  }

  /** The disputed lines of entries that nobody has judged yet, oldest first. */
  static Uni<List<DisputedLine>> open(SqlClient client) {
    return list(client, OPEN, Tuple.tuple(), PgDisputedLines::line);
  }

  /** What some lines tell. */
  static List<AccountLine> entries(List<DisputedLine> lines) {
    return lines.stream().<AccountLine>map(DisputedLine::entry).toList();
  }

  private static DisputedLine line(Row row) {
    return new DisputedLine(
        row.getString("message"),
        row.getInteger("place"),
        Source.valueOf(row.getString("kind")),
        row.getLong("number"),
        PgMovements.told(row),
        Optional.ofNullable(row.getString("movement")));
  }
}
