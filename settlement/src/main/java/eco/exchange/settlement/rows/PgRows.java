package eco.exchange.settlement.rows;

import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows that one statement writes, however many there are: each column goes as an array.
 *
 * @param <V> of what each row is made
 */
public final class PgRows<V> {

  private final List<V> values;
  private final List<Object> columns = new ArrayList<>();

  private PgRows(List<V> values) {
    this.values = values;
  }

  /** One row for each value. */
  public static <V> PgRows<V> of(List<V> values) {
    return new PgRows<>(values);
  }

  public PgRows<V> texts(Function<V, @Nullable String> each) {
    return each(String[]::new, each);
  }

  public PgRows<V> fen(Function<V, Money> each) {
    return each(Long[]::new, value -> each.apply(value).fen());
  }

  public PgRows<V> times(Function<V, @Nullable Instant> each) {
    return each(OffsetDateTime[]::new, value -> utc(each.apply(value)));
  }

  public <C> PgRows<V> each(IntFunction<C[]> column, Function<V, @Nullable C> each) {
    columns.add(values.stream().map(each).toArray(column));
    return this;
  }

  /** Writes them; nothing if there are none. */
  public Uni<Void> write(SqlClient transaction, String sql) {
    return values.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction.preparedQuery(sql).execute(Tuple.from(columns)).replaceWithVoid();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : PgQueries.utc(moment);
  }
}
