package eco.exchange.listing.offer;

import eco.exchange.method.MethodTerms;
import eco.exchange.storage.RecordJson;

/** The stored form of how something is sold. */
public final class MethodTermsJson {

  private static final RecordJson JSON = new RecordJson(MethodTerms.class);

  private MethodTermsJson() {}

  public static String write(MethodTerms how) {
    return JSON.write(how);
  }

  static MethodTerms read(String text) {
    return JSON.read(MethodTerms.class, text);
  }
}
