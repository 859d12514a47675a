package eco.exchange.settlement;

import eco.exchange.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The books on the database of a test. */
public final class PgTestBooks {

  private PgTestBooks() {}

  public static SettlementStore of(Pool pool, Outbox outbox, Clock clock) {
    return new PgSettlementStore(pool, outbox, clock);
  }
}
