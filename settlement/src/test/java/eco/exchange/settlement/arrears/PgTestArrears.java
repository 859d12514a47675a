package eco.exchange.settlement.arrears;

import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.instalment.Instalments;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Arrears on the database of a test. */
public final class PgTestArrears {

  private PgTestArrears() {}

  public static Arrears of(BooksStore books, Pool pool, Clock clock) {
    return new Arrears(
        books,
        new Instalments(books, clock),
        new PgRevenueDefaultStore(pool),
        new PgInstalmentDefaultStore(pool),
        clock);
  }
}
