package eco.exchange.settlement.roster;

import eco.exchange.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The door Rosters on the database of a test. */
public final class PgTestRosters {

  private PgTestRosters() {}

  public static Rosters of(Pool pool, Clock clock) {
    return new Rosters(new PgRosterStore(pool, new Outbox(clock)), clock);
  }
}
