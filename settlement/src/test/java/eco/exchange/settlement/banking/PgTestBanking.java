package eco.exchange.settlement.banking;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.intake.Receipts;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Banking on the database of a test. */
public final class PgTestBanking {

  private PgTestBanking() {}

  public static Banking of(
      BooksStore books, Receipts receipts, Pool pool, HouseAccount house, Clock clock) {
    Outbox outbox = new Outbox(clock);
    PgBankStore messages = new PgBankStore(pool, outbox);
    return new Banking(
        books,
        receipts,
        messages,
        new PgBankLineStore(messages, pool, outbox),
        new PgBankExceptionStore(messages, pool, outbox),
        new PgPaymentStore(pool, new NobodysAccounts()),
        new PgPayeeStore(pool),
        house,
        clock);
  }
}
