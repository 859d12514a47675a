package eco.exchange.settlement;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Handing over on the database of a test. */
public final class PgTestHandovers {

  private PgTestHandovers() {}

  public static Handovers of(SettlementStore books, Pool pool, Clock clock) {
    return new Handovers(books, new PgHandoverStore(pool), clock);
  }
}
