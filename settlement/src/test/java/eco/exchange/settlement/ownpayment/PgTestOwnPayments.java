package eco.exchange.settlement.ownpayment;

import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.intake.Receipts;
import io.vertx.mutiny.sqlclient.Pool;

/** Own payments on the database of a test. */
public final class PgTestOwnPayments {

  private PgTestOwnPayments() {}

  public static OwnPayments of(Receipts receipts, Banking banking, Pool pool) {
    return new OwnPayments(new PgOwnPaymentViews(pool), receipts, banking);
  }
}
