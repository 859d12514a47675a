package eco.exchange.settlement.books;

import eco.exchange.outbox.Outbox;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** The books on the database of a test. */
public final class PgTestBooks {

  private PgTestBooks() {}

  public static BooksStore of(Pool pool, Outbox outbox, Clock clock) {
    return new PgBooksStore(pool, outbox, clock);
  }
}
