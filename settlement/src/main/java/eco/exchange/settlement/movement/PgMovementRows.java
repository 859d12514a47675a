package eco.exchange.settlement.movement;

import static java.util.stream.Collectors.toMap;

import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The movements, and which lines have told them, as they are written into PostgreSQL. */
public final class PgMovementRows {

  private PgMovementRows() {}

  /** A line that tells a movement. */
  private record Told(int place, String movement, String relation) {}

  /** Keeps what the lines of a message were found to tell, each at its place. */
  public static Uni<Void> write(
      SqlClient transaction,
      String message,
      List<MovementMatch> matches,
      Map<String, String> files) {
    List<KnownMovement> first = new ArrayList<>();
    List<KnownMovement> named = new ArrayList<>();
    for (MovementMatch found : matches) {
      switch (found) {
        case MovementMatch.First match -> {
          first.add(match.movement());
          named.add(match.movement());
        }
        case MovementMatch.Again match -> named.add(match.movement());
        case MovementMatch.Sum match -> {}
        case MovementMatch.Nothing nothing -> {}
        case MovementMatch.Unclear unclear -> {}
      }
    }
    return writeMovements(transaction, first)
        .chain(() -> writeNames(transaction, named, files))
        .chain(() -> writeReports(transaction, message, told(matches)))
        .chain(() -> writeParts(transaction, message))
        .chain(() -> writeReversals(transaction, reversals(matches)));
  }

  private static Map<String, String> reversals(List<MovementMatch> matches) {
    Map<String, String> reversals = new LinkedHashMap<>();
    for (MovementMatch found : matches) {
      switch (found) {
        case MovementMatch.First match ->
            match.takesBack().forEach(back -> reversals.put(back, match.movement().key()));
        case MovementMatch.Again match ->
            match.takesBack().forEach(back -> reversals.put(back, match.movement().key()));
        case MovementMatch.Sum match -> {}
        case MovementMatch.Nothing nothing -> {}
        case MovementMatch.Unclear unclear -> {}
      }
    }
    return reversals;
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

  /** Keeps that a line that was disputed tells a movement once more, and by which names. */
  static Uni<Void> writeAgain(SqlClient transaction, DisputedLine line, MovementMatch.Again again) {
    List<Told> told = told(line.place(), again);
    return writeNames(transaction, List.of(again.movement()), Map.of())
        .chain(() -> writeReports(transaction, line.message(), told));
  }

  /**
   * Keeps what a line tells that was disputed before.
   *
   * @param takesBack what it takes back, if it takes anything back
   */
  static Uni<Void> writeFound(
      SqlClient transaction,
      KnownMovement found,
      String message,
      int place,
      List<String> takesBack) {
    return writeMovements(transaction, List.of(found))
        .chain(() -> writeNames(transaction, List.of(found), Map.of()))
        .chain(
            () ->
                writeReports(transaction, message, List.of(new Told(place, found.key(), "FIRST"))))
        .chain(
            () ->
                writeReversals(
                    transaction, takesBack.stream().collect(toMap(it -> it, it -> found.key()))));
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
    List<MovementName> names =
        movements.stream()
            .flatMap(movement -> MovementName.of(movement, files))
            .distinct()
            .toList();
    return PgRows.of(names)
        .texts(MovementName::kind)
        .texts(MovementName::value)
        .texts(MovementName::movement)
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

  /** Keeps which movement has taken back which, by the one that is taken back. */
  private static Uni<Void> writeReversals(SqlClient transaction, Map<String, String> reversals) {
    return PgRows.of(List.copyOf(reversals.entrySet()))
        .texts(Map.Entry::getKey)
        .texts(Map.Entry::getValue)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_reversal (takes_back, movement)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """);
  }
}
