package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of movements, from PostgreSQL. */
public final class PgMovements {

  private static final RecordJson JSON = new RecordJson(BankLine.class);

  /** How long after it came in money is looked for that the bank takes back without a name. */
  private static final int DAYS_TO_LOOK_BACK = 400;

  private static final String KNOWN =
      """
      WITH asked AS (
        SELECT movement FROM settlement.bank_movement_name
         WHERE (kind, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        UNION
        SELECT movement FROM settlement.bank_movement WHERE movement = ANY ($3::text[])
        UNION
        SELECT movement FROM settlement.bank_movement
          JOIN unnest($4::bigint[], $5::date[]) line (fen, day)
            ON amount_fen = line.fen AND booked_on = line.day
        UNION
        SELECT movement FROM settlement.bank_movement
          JOIN unnest($6::bigint[], $7::date[]) line (fen, day)
            ON amount_fen = line.fen AND booked_on BETWEEN line.day - $8::int AND line.day
         WHERE is_incoming)
      SELECT report.movement, report.message, report.relation IN ('SUM', 'PART') AS is_indirect, message.kind,
             line.told, coalesce(reversal.movement, struck.movement) AS taken_back_by
        FROM asked
        JOIN settlement.bank_report report USING (movement)
        JOIN settlement.bank_line line USING (message, place)
        JOIN settlement.bank_message message USING (message)
        LEFT JOIN settlement.bank_reversal reversal ON reversal.takes_back = report.movement
        LEFT JOIN settlement.receipt_reversal struck
               ON (struck.reference, struck.movement) = (report.movement, 'struck/' || report.movement)
       ORDER BY report.movement, is_indirect, message.number, report.place
      """;

  private PgMovements() {}

  /** Every movement of which the lines of a message may tell. */
  public static Uni<List<KnownMovement>> known(
      SqlClient transaction, String message, List<AccountLine> lines, Map<String, String> files) {
    return known(transaction, MovementMatching.keys(message, lines), lines, files);
  }

  /** Every movement of which some lines may tell, of whichever messages. */
  static Uni<List<KnownMovement>> known(
      SqlClient transaction, List<AccountLine> lines, Map<String, String> files) {
    return known(transaction, List.of(), lines, files);
  }

  private static Uni<List<KnownMovement>> known(
      SqlClient transaction,
      List<String> keys,
      List<AccountLine> lines,
      Map<String, String> files) {
    List<BankEntry> entries = entries(lines).toList();
    List<MovementName> names =
        entries.stream().flatMap(entry -> MovementName.asked(entry, files)).distinct().toList();
    List<BankEntry> reversals =
        entries.stream().filter(BankEntry.Reversal.class::isInstance).toList();
    return list(
            transaction,
            KNOWN,
            Tuple.from(
                List.of(
                    names.stream().map(MovementName::kind).toArray(String[]::new),
                    names.stream().map(MovementName::value).toArray(String[]::new),
                    keys.toArray(String[]::new),
                    fen(entries),
                    days(entries),
                    fen(reversals),
                    days(reversals),
                    DAYS_TO_LOOK_BACK)),
            Reported::of)
        .map(PgMovements::movements);
  }

  /** Everything that is known of a movement. */
  public static Uni<Optional<KnownMovement>> movement(SqlClient client, String key) {
    return movements(client, List.of(key)).map(found -> found.stream().findFirst());
  }

  /** Everything that is known of some movements; those that are not known are left out. */
  static Uni<List<KnownMovement>> movements(SqlClient client, List<String> keys) {
    return list(client, KNOWN, ofKeys(keys), Reported::of).map(PgMovements::movements);
  }

  /** What a line tells, from its column. */
  static BankLine told(Row row) {
    return JSON.read(BankLine.class, row.getJsonObject("told").encode());
  }

  private static Tuple ofKeys(List<String> keys) {
    String[] nothing = {};
    return Tuple.from(
        List.of(
            nothing,
            nothing,
            keys.toArray(String[]::new),
            new Long[] {},
            new LocalDate[] {},
            new Long[] {},
            new LocalDate[] {},
            DAYS_TO_LOOK_BACK));
  }

  /** A row of what is known. */
  private record Reported(
      String movement, boolean isIndirect, MovementReport report, Optional<String> takenBackBy) {

    static Reported of(Row row) {
      return new Reported(
          row.getString("movement"),
          row.getBoolean("is_indirect"),
          new MovementReport(
              row.getString("message"),
              Source.valueOf(row.getString("kind")),
              (BankEntry) PgMovements.told(row)),
          Optional.ofNullable(row.getString("taken_back_by")));
    }
  }

  private static List<KnownMovement> movements(List<Reported> rows) {
    Map<String, List<Reported>> byMovement =
        rows.stream().collect(groupingBy(Reported::movement, LinkedHashMap::new, toList()));
    return byMovement.values().stream().map(PgMovements::movement).toList();
  }

  private static KnownMovement movement(List<Reported> rows) {
    Reported first = rows.getFirst();
    KnownMovement movement =
        new KnownMovement(first.movement(), List.of(first.report()), first.takenBackBy());
    for (Reported row : rows.subList(1, rows.size())) {
      movement =
          row.isIndirect()
              ? movement.toldBy(row.report().message(), row.report().source())
              : movement.with(row.report());
    }
    return movement;
  }

  /** The files of the payments that the lines name, by end-to-end id. */
  public static Uni<Map<String, String>> files(SqlClient transaction, List<AccountLine> lines) {
    String[] ids =
        entries(lines)
            .flatMap(entry -> entry.references().endToEnd().stream())
            .distinct()
            .toArray(String[]::new);
    String[] files =
        entries(lines)
            .flatMap(
                entry ->
                    entry instanceof BankEntry.Collective all
                        ? Stream.of(all.file())
                        : Stream.empty())
            .distinct()
            .toArray(String[]::new);
    return list(
            transaction,
            """
            SELECT end_to_end, file FROM settlement.payment_line
             WHERE end_to_end = ANY ($1) OR file = ANY ($2)
            """,
            Tuple.of(ids, files),
            row -> Map.entry(row.getString("end_to_end"), row.getString("file")))
        .map(rows -> rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Stream<BankEntry> entries(List<AccountLine> lines) {
    return lines.stream().filter(BankEntry.class::isInstance).map(BankEntry.class::cast);
  }

  private static Long[] fen(List<BankEntry> lines) {
    return lines.stream().map(line -> line.amount().fen()).toArray(Long[]::new);
  }

  private static LocalDate[] days(List<BankEntry> lines) {
    return lines.stream().map(line -> line.booked().day()).toArray(LocalDate[]::new);
  }
}
