package eco.exchange.listing.offer;

import eco.exchange.event.MarketEvent;
import eco.exchange.listing.catalogue.AppraisalRow;
import eco.exchange.listing.catalogue.Catalogues;
import eco.exchange.listing.catalogue.ProductRow;
import eco.exchange.outbox.EventJson;
import eco.exchange.outbox.Outbox;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** A market on a real PostgreSQL, which the tests of one class share, emptied for each of them. */
final class Postgres {

  private final Pool pool;
  private final Mutiny.SessionFactory sessions;

  Postgres() {
    TestDatabase database = TestDatabase.migrated();
    pool = database.pool();
    sessions = database.sessions(ProductRow.class, AppraisalRow.class, ListingRow.class);
  }

  Market emptyMarket() {
    run("TRUNCATE listing.listing, listing.appraisal, listing.product, listing.trade_number");
    run("TRUNCATE market.outbox");
    Outbox outbox = new Outbox(Clock.systemUTC());
    return new Market(
        clock -> Catalogues.onPostgres(sessions, clock),
        new HibernateListingStore(sessions, outbox));
  }

  List<MarketEvent> events() {
    List<MarketEvent> events = new ArrayList<>();
    String sql = "SELECT kind, body::text AS body FROM market.outbox ORDER BY id";
    for (Row row : Market.await(pool.query(sql).execute())) {
      events.add(EventJson.read(row.getString("kind"), row.getString("body")));
    }
    return events;
  }

  void run(String sql) {
    Market.await(pool.query(sql).execute().replaceWithVoid());
  }
}
