package eco.exchange.settlement.year;

import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.review.RevenueReview;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Whole years on the database of a test. */
public final class PgTestYearEnd {

  private PgTestYearEnd() {}

  public static YearEnd of(Revenues revenues, RevenueReview review, Pool pool, Clock clock) {
    return new YearEnd(revenues, review, new PgYearStore(pool), new PgYearRunStore(pool), clock);
  }
}
