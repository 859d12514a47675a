package eco.exchange.settlement;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The review of revenues on the database of a test. */
public final class PgTestReview {

  private PgTestReview() {}

  public static RevenueReview of(Revenues revenues, SettlementStore books, Pool pool, Clock clock) {
    return new RevenueReview(revenues, books, new PgSignalStore(pool), clock);
  }
}
