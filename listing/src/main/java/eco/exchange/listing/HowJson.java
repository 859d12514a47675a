package eco.exchange.listing;

import eco.exchange.market.MethodTerms;
import eco.exchange.outbox.RecordJson;

/** The stored form of how something is sold. */
final class HowJson {

  private static final RecordJson JSON = new RecordJson(MethodTerms.class);

  private HowJson() {}

  static String write(MethodTerms how) {
    return JSON.write(how);
  }

  static MethodTerms read(String text) {
    return JSON.read(MethodTerms.class, text);
  }
}
