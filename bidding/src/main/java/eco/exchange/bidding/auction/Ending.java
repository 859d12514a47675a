package eco.exchange.bidding.auction;

import eco.exchange.method.Offer;
import java.util.List;
import java.util.Optional;

/** The ending of an auction. */
public sealed interface Ending {

  /**
   * Somebody has won.
   *
   * @param ranking the offers that could be accepted, the best first, one a paddle
   */
  record Sold(List<Ranked> ranking) implements Ending {

    /** Copies the ranking; without a first place nothing is sold. */
    public Sold {
      ranking = List.copyOf(ranking);
      if (ranking.isEmpty()) {
        throw new IllegalArgumentException("nothing is sold to nobody");
      }
    }

    /** The winner. */
    public Ranked winner() {
      return ranking.getFirst();
    }
  }

  /** Nobody gets the lot. */
  record Unsold(Cause cause) implements Ending {}

  /**
   * A place in the ranking.
   *
   * @param paddle who
   * @param offer what is offered
   * @param score the score or present value, rounded to be shown; empty where the price ranks
   */
  record Ranked(String paddle, Offer offer, Optional<String> score) {}

  /**
   * A sealed offer that was opened and does not count.
   *
   * @param paddle who handed it in
   * @param why in one word
   * @param detail what was wrong with it
   */
  record Rejected(String paddle, Why why, String detail) {

    /** Why a sealed offer does not count. */
    public enum Why {
      /** Nobody could open it: it is taken for withdrawn (电子招标投标办法 article 31). */
      UNOPENABLE,
      /** It is not the offer that the commitment was made to, and is taken for withdrawn, too. */
      NOT_AS_COMMITTED,
      /** It is not what the notice asks for. */
      INVALID
    }
  }

  /** Why an auction found nobody. */
  enum Cause {
    /** Nobody bid. */
    NO_BID,
    /** No bid reached the secret floor. */
    BELOW_FLOOR,
    /** Fewer sealed offers than the notice demands; none was opened. */
    TOO_FEW_OFFERS,
    /** No sealed offer could be opened and accepted. */
    NO_VALID_OFFER,
    /** More than one wanted it, so that it may not be sold by agreement. */
    COMPETITION_REQUIRED
  }
}
