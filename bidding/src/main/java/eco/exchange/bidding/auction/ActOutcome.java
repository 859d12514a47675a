package eco.exchange.bidding.auction;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What an act leads to.
 *
 * @param next the state in which the auction is left
 * @param answer what whoever acted is told
 * @param raises the bids that the auction made itself, for sealed ceilings, after the act
 */
public record ActOutcome(Auction next, BidAnswer answer, List<Raise> raises) {

  /**
   * A bid that the auction made for somebody.
   *
   * @param seq its number in the public log
   * @param paddle for whom
   * @param price the price
   * @param closesAt when bidding closes after it
   */
  public record Raise(long seq, String paddle, Money price, Instant closesAt) {}

  /** Nothing is changed. */
  static ActOutcome refused(Auction state, BidRefusal reason, String detail) {
    return new ActOutcome(state, new BidAnswer.Refused(reason, detail), List.of());
  }

  /** The act is recorded, and not shown. */
  static ActOutcome noted(Auction next, Instant at) {
    return new ActOutcome(next, new BidAnswer.Noted(at), List.of());
  }
}
