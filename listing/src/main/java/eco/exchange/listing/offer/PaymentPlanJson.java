package eco.exchange.listing.offer;

import eco.exchange.market.PaymentPlan;
import eco.exchange.storage.RecordJson;

/** The stored form of how a price is paid in instalments. */
final class PaymentPlanJson {

  private static final RecordJson JSON = new RecordJson();

  private PaymentPlanJson() {}

  static String write(PaymentPlan plan) {
    return JSON.write(plan);
  }

  static PaymentPlan read(String text) {
    return JSON.read(PaymentPlan.class, text);
  }
}
