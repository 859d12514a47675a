package eco.exchange.settlement.rows;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Queries to PostgreSQL, and the moments in them. */
public final class PgQueries {

  private PgQueries() {}

  /** What a query finds, row by row. */
  public static <T> Uni<List<T>> list(
      SqlClient client, String sql, Tuple values, Function<Row, T> each) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(each).toList());
  }

  /** A moment as PostgreSQL takes it. */
  public static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
