package eco.exchange.settlement.manualreceipt;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.banking.Banking;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;

/** Receipts entered by hand, on the database of a test. */
public final class PgTestManualReceipts {

  private PgTestManualReceipts() {}

  public static ManualReceipts of(Banking banking, Pool pool, Clock clock) {
    PgManualReceiptStore store = new PgManualReceiptStore(pool, new Outbox(clock));
    return new ManualReceipts(store, banking, clock);
  }
}
