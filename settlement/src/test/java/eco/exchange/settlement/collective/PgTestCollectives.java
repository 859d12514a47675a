package eco.exchange.settlement.collective;

import eco.exchange.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The door Collectives on the database of a test. */
public final class PgTestCollectives {

  private PgTestCollectives() {}

  public static Collectives of(Pool pool, Clock clock) {
    return new Collectives(new PgNamingStore(pool, new Outbox(clock)), clock);
  }
}
