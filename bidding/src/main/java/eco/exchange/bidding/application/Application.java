package eco.exchange.bidding.application;

import eco.exchange.market.ApplicationId;
import eco.exchange.market.TradeId;
import java.util.List;
import java.util.Optional;

/**
 * A party's application to bid on a lot.
 *
 * @param id the identity, chosen by the caller, so that a repeated call is the same application
 * @param trade the lot
 * @param papers the papers that prove the published conditions, from one to twenty
 * @param related the credit codes of the other members of the group: who controls the applicant,
 *     whom it controls, and who has the same legal representative (R-QUA-11)
 * @param priority the right of priority that is claimed
 */
public record Application(
    ApplicationId id,
    TradeId trade,
    List<Paper> papers,
    List<String> related,
    Optional<PriorityClaim> priority) {

  /** The most papers of one application. */
  public static final int PAPERS_MAX = 20;

  /** The most related parties of one application. */
  public static final int RELATED_MAX = 50;

  /** Copies the lists. */
  public Application {
    papers = List.copyOf(papers);
    related = List.copyOf(related);
  }

  /** An application of a party without a group and without a right of priority. */
  public Application(ApplicationId id, TradeId trade, List<Paper> papers) {
    this(id, trade, papers, List.of(), Optional.empty());
  }

  /**
   * A paper, which is kept elsewhere and known here by its digest.
   *
   * @param name its name, as the applicant gave it, for example 营业执照.pdf
   * @param sha256 the SHA-256 of its bytes, 64 small hexadecimal digits
   */
  public record Paper(String name, String sha256) {

    /** The longest name of a paper, in characters. */
    public static final int NAME_MAX = 200;
  }
}
