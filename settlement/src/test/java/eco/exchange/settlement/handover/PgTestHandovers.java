package eco.exchange.settlement.handover;

import eco.exchange.settlement.books.BooksStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Handing over on the database of a test. */
public final class PgTestHandovers {

  private PgTestHandovers() {}

  public static Handovers of(BooksStore books, Pool pool, Clock clock) {
    return new Handovers(books, new PgHandoverStore(pool), clock);
  }
}
