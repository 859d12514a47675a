package eco.exchange.contracts.proof;

import eco.exchange.contracts.deal.Deal;
import eco.exchange.contracts.deal.DealJson;
import eco.exchange.contracts.deal.DrawnDeal;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;
import java.util.Optional;

/** The data that a paper carries inside, read from one that was found genuine before. */
public final class PaperContents {

  private PaperContents() {}

  /**
   * The deal that a contract was drawn from, as the paper carries it.
   *
   * @param genuine a contract that {@link ContractVerifier#verify} has found genuine
   * @throws IllegalArgumentException if it carries no deal
   */
  public static DrawnDeal dealIn(byte[] genuine) {
    try (SignedPaper paper = new SignedPaper(genuine)) {
      return DealJson.read(paper.print().attachments());
    } catch (IOException e) {
      throw new IllegalArgumentException("no paper", e);
    }
  }

  /**
   * What settlement may know of an amendment; empty if the paper is none.
   *
   * @param genuine a paper that {@link ContractVerifier#verify} has found genuine
   */
  public static Optional<SealedAmendment> amendmentIn(byte[] genuine) {
    return sealed(dealIn(genuine).deal());
  }

  /** What a genuine amendment states for settlement; empty if it is none. */
  static Optional<SealedAmendment> sealed(Deal deal) {
    return deal.amends()
        .map(
            amends ->
                new SealedAmendment(
                    ContractCheck.sealed(deal),
                    amends.original(),
                    amends.previous(),
                    TermsJson.hash(amends.terms()),
                    amends.from()));
  }
}
