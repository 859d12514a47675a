package eco.exchange.bidding.desk;

import eco.exchange.bidding.application.PgApplicationStore;
import eco.exchange.bidding.award.PgAwardStore;
import eco.exchange.bidding.ban.PgBanStore;
import eco.exchange.bidding.lot.PgBidStore;
import eco.exchange.bidding.lot.PgLotStore;
import eco.exchange.event.MarketEvent;
import eco.exchange.outbox.EventJson;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;

/** All stores in a PostgreSQL database. */
public final class PgStores {

  private PgStores() {}

  /** The stores as one node of the exchange sees them; each call is another node. */
  public static Stores of(TestDatabase database) {
    Pool pool = database.pool();
    return new Stores(
        new PgLotStore(pool),
        new PgBidStore(pool),
        new PgApplicationStore(pool),
        new PgAwardStore(pool),
        new PgBanStore(pool),
        () -> events(pool));
  }

  private static List<MarketEvent> events(Pool pool) {
    return pool
        .query("SELECT kind, body::text AS body FROM market.outbox ORDER BY id")
        .execute()
        .await()
        .indefinitely()
        .stream()
        .map(row -> EventJson.read(row.getString("kind"), row.getString("body")))
        .toList();
  }
}
