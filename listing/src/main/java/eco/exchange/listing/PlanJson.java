package eco.exchange.listing;

import eco.exchange.market.PaymentPlan;
import eco.exchange.outbox.RecordJson;

/** The stored form of how a price is paid in instalments. */
final class PlanJson {

  private static final RecordJson JSON = new RecordJson();

  private PlanJson() {}

  static String write(PaymentPlan plan) {
    return JSON.write(plan);
  }

  static PaymentPlan read(String text) {
    return JSON.read(PaymentPlan.class, text);
  }
}
