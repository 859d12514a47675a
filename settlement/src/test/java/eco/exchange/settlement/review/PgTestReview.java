package eco.exchange.settlement.review;

import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.revenue.Revenues;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The review of revenues on the database of a test. */
public final class PgTestReview {

  private PgTestReview() {}

  public static RevenueReview of(Revenues revenues, BooksStore books, Pool pool, Clock clock) {
    return new RevenueReview(
        revenues, books, new PgSignalStore(pool), new PgVerificationStore(pool), clock);
  }
}
