package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;

/**
 * What disputed debits may take back, in PostgreSQL: as long as they are open, it is not paid out.
 */
public final class PgLineDoubts {

  /** How much one line may hold back. */
  private static final int DOUBTS_MAX = 1_000;

  private PgLineDoubts() {}

  /** Looks at every open debit by what is known now: a message may have told more since. */
  public static Uni<Void> look(SqlClient transaction) {
    return PgDisputedLines.openDebits(transaction)
        .onItem()
        .transformToMulti(open -> Multi.createFrom().iterable(open))
        .onItem()
        .transformToUniAndConcatenate(line -> look(transaction, line))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> look(SqlClient transaction, DisputedLine line) {
    BankEntry told = (BankEntry) line.told();
    return PgMovements.known(transaction, line.message(), List.of(told), Map.of())
        .map(
            known ->
                new ReversalMatching(new MovementIndex(known, Map.of()))
                    .mayBeMeantBy(told, line.key()).stream()
                        .map(KnownMovement::key)
                        .limit(DOUBTS_MAX)
                        .toList())
        .chain(meant -> write(transaction, line, meant));
  }

  private static Uni<Void> write(SqlClient transaction, DisputedLine line, List<String> meant) {
    return PgRows.of(meant)
        .texts(receipt -> line.message())
        .each(Integer[]::new, receipt -> line.place())
        .texts(receipt -> receipt)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_line_doubt (message, place, may_take_back)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING
            """);
  }
}
