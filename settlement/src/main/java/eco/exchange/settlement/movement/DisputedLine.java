package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/**
 * A line of a message that is disputed, from PostgreSQL.
 *
 * @param number the place of its message among all
 * @param movement the number of the movement that it was found to tell, if it was
 */
record DisputedLine(
    String message,
    int place,
    Source source,
    long number,
    BankLine told,
    Optional<String> movement) {

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

  private static final String OPEN_DEBITS =
      LINES
          + """
             AND line.told ->> 'kind' IN ('Reversal', 'Outgoing')
             AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                              WHERE ended.exception = 'line/' || line.message || '/' || line.place)
             AND NOT EXISTS (SELECT FROM settlement.bank_line_judgement judged
                              WHERE (judged.message, judged.place) = (line.message, line.place))
           ORDER BY outcome.number LIMIT $1
            """;

  /** How many lines are looked at again at once. */
  private static final int OPEN_MAX = 1_000;

  /** The line of an exception; empty if it is about something else. */
  static Uni<Optional<DisputedLine>> of(SqlClient client, String exception) {
    return list(client, BY_EXCEPTION, Tuple.of(exception), DisputedLine::of)
        .map(found -> found.stream().findFirst());
  }

  /** The debits that are disputed and open, oldest first. */
  static Uni<List<DisputedLine>> openDebits(SqlClient client) {
    return list(client, OPEN_DEBITS, Tuple.of(OPEN_MAX), DisputedLine::of);
  }

  private static DisputedLine of(Row row) {
    return new DisputedLine(
        row.getString("message"),
        row.getInteger("place"),
        Source.valueOf(row.getString("kind")),
        row.getLong("number"),
        PgMovements.told(row),
        Optional.ofNullable(row.getString("movement")));
  }

  /** The key of its exception. */
  String exception() {
    return "line/%s/%d".formatted(message, place);
  }

  /** Whether two persons may say that it takes back what is named. */
  boolean mayTakeBack(List<KnownMovement> taken) {
    return told instanceof BankEntry entry
        && !entry.effect().isPositive()
        && !taken.isEmpty()
        && taken.stream().allMatch(it -> it.mayBeTakenBackBy(key()))
        && ReversalMatching.mayBeSaid(entry, taken);
  }

  /** The movement that it tells; one of its own, if it was found to tell none. */
  KnownMovement found() {
    MovementReport report = new MovementReport(message, source, (BankEntry) told);
    return new KnownMovement(key(), List.of(report), Optional.empty());
  }

  // A number of the bank may be that of another movement; the place of the line is its own.
  String key() {
    String way =
        told instanceof AccountLine line && line.effect().isPositive() ? "judged" : "out/judged";
    return movement.orElseGet(() -> "%s/%d/%d".formatted(way, number, place));
  }
}
