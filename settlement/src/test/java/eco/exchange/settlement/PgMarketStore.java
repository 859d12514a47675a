package eco.exchange.settlement;

import eco.exchange.outbox.Outbox;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A real database for the tests, with a way to look into it and to attack it. */
final class PgMarketStore {

  private final Pool pool;

  PgMarketStore(TestDatabase database) {
    this.pool = database.pool();
  }

  /** A market whose books are kept here. */
  Market market() {
    return market(Outbox::new);
  }

  /** A market that tells its events through another outbox. */
  Market market(Function<Clock, Outbox> outbox) {
    return new Market(clock -> new PgSettlementStore(pool, outbox.apply(clock), clock));
  }

  /** The first column of what a query finds. */
  List<String> texts(String sql) {
    return StreamSupport.stream(Market.await(pool.query(sql).execute()).spliterator(), false)
        .map(row -> String.valueOf(row.getValue(0)))
        .toList();
  }

  /** Runs statements as one transaction and tells the refusal of the database, or 'done'. */
  String attack(String sql) {
    try {
      return Market.await(pool.query(sql).execute().replaceWith("done"));
    } catch (PgException refused) {
      return refused.getErrorMessage();
    }
  }
}
