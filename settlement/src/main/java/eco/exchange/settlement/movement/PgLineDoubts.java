package eco.exchange.settlement.movement;

import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What disputed debits may take back, in PostgreSQL: as long as they are open, it is not paid out.
 */
public final class PgLineDoubts {

  /** How much one line may hold back. */
  private static final int DOUBTS_MAX = 1_000;

  private PgLineDoubts() {}

  /** That a line may take back what had come in. */
  private record Doubt(DisputedLine line, String mayTakeBack) {}

  /** Looks at every open debit by what is known now: a message may have told more since. */
  public static Uni<Void> look(SqlClient transaction) {
    return PgDisputedLines.open(transaction).chain(open -> look(transaction, open));
  }

  /** Looks at one disputed line, by the key of its exception. */
  public static Uni<Void> look(SqlClient transaction, String exception) {
    return PgDisputedLines.line(transaction, exception)
        .chain(line -> look(transaction, line.stream().toList()));
  }

  private static Uni<Void> look(SqlClient transaction, List<DisputedLine> open) {
    return Multi.createFrom()
        .iterable(open)
        .filter(DisputedLine::isDebit)
        .group()
        .intoLists()
        .of(PgDisputedLines.AT_ONCE)
        .onItem()
        .transformToUniAndConcatenate(some -> lookAt(transaction, some))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> lookAt(SqlClient transaction, List<DisputedLine> some) {
    return PgMovements.known(transaction, PgDisputedLines.entries(some), Map.of())
        .map(known -> new ReversalMatching(new MovementIndex(known, Map.of())))
        .map(matching -> some.stream().flatMap(line -> doubts(line, matching)).toList())
        .chain(doubts -> write(transaction, doubts));
  }

  private static Stream<Doubt> doubts(DisputedLine line, ReversalMatching matching) {
    return matching.mayBeMeantBy(line.entry(), line.key()).stream()
        .limit(DOUBTS_MAX)
        .map(meant -> new Doubt(line, meant.key()));
  }

  private static Uni<Void> write(SqlClient transaction, List<Doubt> doubts) {
    return PgRows.of(doubts)
        .texts(doubt -> doubt.line().message())
        .each(Integer[]::new, doubt -> doubt.line().place())
        .texts(Doubt::mayTakeBack)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_line_doubt (message, place, may_take_back)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING
            """);
  }
}
