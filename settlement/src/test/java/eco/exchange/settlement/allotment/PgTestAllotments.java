package eco.exchange.settlement.allotment;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The door Allotments on the database of a test. */
public final class PgTestAllotments {

  private PgTestAllotments() {}

  public static Allotments of(Pool pool, Clock clock) {
    return new Allotments(new PgAllotmentStore(pool), new PgVillageViews(pool), clock);
  }
}
