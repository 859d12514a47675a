package eco.exchange.listing.offer;

import eco.exchange.market.PaymentPlan;
import eco.exchange.method.MethodTerms;
import eco.exchange.storage.RecordJson;

/** The stored form of what a listing tells in one column: its method terms, its plan of payment. */
final class ListingJson {

  private static final RecordJson JSON = new RecordJson(MethodTerms.class);

  private ListingJson() {}

  static String write(MethodTerms how) {
    return JSON.write(how);
  }

  static String write(PaymentPlan plan) {
    return JSON.write(plan);
  }

  static MethodTerms methodTerms(String text) {
    return JSON.read(MethodTerms.class, text);
  }

  static PaymentPlan paymentPlan(String text) {
    return JSON.read(PaymentPlan.class, text);
  }
}
