package eco.exchange.bidding;

import eco.exchange.market.ApplicationId;
import eco.exchange.market.TradeId;
import java.util.List;

/**
 * A party's application to bid on a lot.
 *
 * @param id the identity, chosen by the caller, so that a repeated call is the same application
 * @param trade the lot
 * @param papers the papers that prove the published conditions, from one to twenty
 */
public record Application(ApplicationId id, TradeId trade, List<Paper> papers) {

  /** The most papers of one application. */
  public static final int PAPERS_MAX = 20;

  /** Copies the papers. */
  public Application {
    papers = List.copyOf(papers);
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
