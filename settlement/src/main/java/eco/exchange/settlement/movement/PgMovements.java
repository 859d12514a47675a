package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The movements, and which lines have told them, in PostgreSQL. */
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
             line.told, reversal.movement AS taken_back_by
        FROM asked
        JOIN settlement.bank_report report USING (movement)
        JOIN settlement.bank_line line USING (message, place)
        JOIN settlement.bank_message message USING (message)
        LEFT JOIN settlement.bank_reversal reversal ON reversal.takes_back = report.movement
       ORDER BY report.movement, is_indirect, message.number, report.place
      """;

  private PgMovements() {}

  /** A name by which a movement is found again. */
  private record Name(String kind, String value, String movement) {}

  /** A line that tells a movement. */
  private record Told(int place, String movement, String relation) {}

  /** Every movement of which the lines of a message may tell. */
  public static Uni<List<KnownMovement>> known(
      SqlClient transaction, String message, List<AccountLine> lines, Map<String, String> files) {
    List<BankEntry> entries = entries(lines).toList();
    List<Name> names = entries.stream().flatMap(entry -> asked(entry, files)).distinct().toList();
    List<BankEntry> reversals =
        entries.stream().filter(BankEntry.Reversal.class::isInstance).toList();
    return list(
            transaction,
            KNOWN,
            Tuple.from(
                List.of(
                    names.stream().map(Name::kind).toArray(String[]::new),
                    names.stream().map(Name::value).toArray(String[]::new),
                    MovementMatching.keys(message, lines).toArray(String[]::new),
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
    return list(client, KNOWN, ofKey(key), Reported::of)
        .map(rows -> movements(rows).stream().findFirst());
  }

  /** What a line tells, from its column. */
  static BankLine told(Row row) {
    return JSON.read(BankLine.class, row.getJsonObject("told").encode());
  }

  private static Tuple ofKey(String key) {
    String[] nothing = {};
    return Tuple.from(
        List.of(
            nothing,
            nothing,
            new String[] {key},
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

  /** Keeps what the lines of a message were found to tell, each at its place. */
  public static Uni<Void> write(
      SqlClient transaction,
      String message,
      List<MovementMatch> matches,
      Map<String, String> files) {
    List<KnownMovement> first = new ArrayList<>();
    List<KnownMovement> named = new ArrayList<>();
    Map<String, String> reversals = new LinkedHashMap<>();
    for (MovementMatch found : matches) {
      switch (found) {
        case MovementMatch.First match -> {
          first.add(match.movement());
          named.add(match.movement());
          match.takesBack().ifPresent(back -> reversals.put(match.movement().key(), back));
        }
        case MovementMatch.Again match -> {
          named.add(match.movement());
          match.takesBack().ifPresent(back -> reversals.put(match.movement().key(), back));
        }
        case MovementMatch.Sum match -> {}
        case MovementMatch.Nothing nothing -> {}
        case MovementMatch.Unclear unclear -> {}
      }
    }
    return writeMovements(transaction, first)
        .chain(() -> writeNames(transaction, named, files))
        .chain(() -> writeReports(transaction, message, told(matches)))
        .chain(() -> writeParts(transaction, message))
        .chain(() -> writeReversals(transaction, reversals));
  }

  private static List<Told> told(List<MovementMatch> matches) {
    return IntStream.range(0, matches.size())
        .boxed()
        .flatMap(place -> told(place, matches.get(place)).stream())
        .toList();
  }

  private static List<Told> told(int place, MovementMatch match) {
    return switch (match) {
      case MovementMatch.First first ->
          Stream.concat(
                  Stream.of(new Told(place, first.movement().key(), "FIRST")),
                  first.told().stream().map(sum -> new Told(place, sum, "PART")))
              .toList();
      case MovementMatch.Again again ->
          List.of(new Told(place, again.movement().key(), again.isFuller() ? "FULLER" : "AGAIN"));
      case MovementMatch.Sum sum ->
          sum.movements().stream().map(part -> new Told(place, part.key(), "SUM")).toList();
      case MovementMatch.Nothing nothing -> List.of();
      case MovementMatch.Unclear unclear -> List.of();
    };
  }

  // Whoever has told the sum has told its parts, too.
  private static Uni<Void> writeParts(SqlClient transaction, String message) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.bank_report (message, place, movement, relation)
            SELECT sum.message, sum.place, part.movement, 'SUM'
              FROM settlement.bank_report part
              JOIN settlement.bank_report in_sum USING (message, place)
              JOIN settlement.bank_report sum ON sum.movement = in_sum.movement
             WHERE part.message = $1 AND part.relation = 'FIRST' AND in_sum.relation = 'PART'
               AND sum.message <> $1
            ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(message))
        .replaceWithVoid();
  }

  /** Keeps a reversal of which two persons have said what it takes back. */
  public static Uni<Void> writeReversal(
      SqlClient transaction, KnownMovement reversal, String message, int place, String receipt) {
    return writeMovements(transaction, List.of(reversal))
        .chain(() -> writeNames(transaction, List.of(reversal), Map.of()))
        .chain(
            () ->
                writeReports(
                    transaction, message, List.of(new Told(place, reversal.key(), "FIRST"))))
        .chain(() -> writeReversals(transaction, Map.of(reversal.key(), receipt)));
  }

  private static Uni<Void> writeMovements(SqlClient transaction, List<KnownMovement> movements) {
    return PgRows.of(movements)
        .texts(KnownMovement::key)
        .each(Boolean[]::new, KnownMovement::isIncoming)
        .fen(KnownMovement::amount)
        .each(LocalDate[]::new, movement -> movement.told().booked().day())
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_movement (movement, is_incoming, amount_fen, booked_on)
            SELECT * FROM unnest($1::text[], $2::bool[], $3::bigint[], $4::date[]) ON CONFLICT DO NOTHING
            """);
  }

  private static Uni<Void> writeNames(
      SqlClient transaction, List<KnownMovement> movements, Map<String, String> files) {
    List<Name> names =
        movements.stream().flatMap(movement -> names(movement, files)).distinct().toList();
    return PgRows.of(names)
        .texts(Name::kind)
        .texts(Name::value)
        .texts(Name::movement)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_movement_name (kind, name, movement)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING
            """);
  }

  private static Uni<Void> writeReports(SqlClient transaction, String message, List<Told> told) {
    return PgRows.of(told)
        .texts(one -> message)
        .each(Integer[]::new, Told::place)
        .texts(Told::movement)
        .texts(Told::relation)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_report (message, place, movement, relation)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING
            """);
  }

  private static Uni<Void> writeReversals(SqlClient transaction, Map<String, String> reversals) {
    return PgRows.of(List.copyOf(reversals.entrySet()))
        .texts(Map.Entry::getKey)
        .texts(Map.Entry::getValue)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_reversal (movement, takes_back)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """);
  }

  /** The names by which a movement is found; they are those by which a line is looked for, too. */
  private static Stream<Name> names(KnownMovement movement, Map<String, String> files) {
    return movement.reports().stream()
        .map(MovementReport::told)
        .flatMap(
            told ->
                Stream.of(
                        told.references().numbers().stream()
                            .map(it -> new Name("NUMBER", it, movement.key())),
                        told.references().whole().stream()
                            .map(it -> new Name("WHOLE", it, movement.key())),
                        told.references().endToEnd().stream()
                            .map(it -> new Name("END_TO_END", it, movement.key())),
                        file(told, files).stream().map(it -> new Name("FILE", it, movement.key())))
                    .flatMap(all -> all));
  }

  // An entry may be told whole now and have been told in parts before, or the other way round.
  private static Stream<Name> asked(BankEntry line, Map<String, String> files) {
    Stream<String> numbers =
        Stream.concat(line.references().entry().stream(), line.references().own().stream());
    return Stream.of(
            numbers.flatMap(
                number -> Stream.of(new Name("NUMBER", number, ""), new Name("WHOLE", number, ""))),
            line.references().endToEnd().stream().map(it -> new Name("END_TO_END", it, "")),
            file(line, files).stream().map(it -> new Name("FILE", it, "")))
        .flatMap(all -> all);
  }

  private static Optional<String> file(BankEntry told, Map<String, String> files) {
    return told instanceof BankEntry.Collective all
        ? Optional.of(all.file())
        : told instanceof BankEntry.Outgoing
            ? told.references().endToEnd().flatMap(id -> Optional.ofNullable(files.get(id)))
            : Optional.empty();
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
