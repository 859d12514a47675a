package eco.exchange.contracts.deal;

import java.util.Set;

/** The names of the files inside a contract or an amendment. */
public final class DealFiles {

  /** The sharing terms. */
  public static final String TERMS_FILE = "terms.json";

  /** The sharing terms that an amendment changes. */
  public static final String TERMS_BEFORE_FILE = "terms-before.json";

  /** The rest of the deal. */
  public static final String DEAL_FILE = "deal.json";

  private DealFiles() {}

  /** All that are inside a paper of this kind. */
  public static Set<String> files(boolean isAmendment) {
    return isAmendment
        ? Set.of(TERMS_FILE, TERMS_BEFORE_FILE, DEAL_FILE)
        : Set.of(TERMS_FILE, DEAL_FILE);
  }
}
