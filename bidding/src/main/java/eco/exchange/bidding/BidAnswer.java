package eco.exchange.bidding;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * What a bidder is told, after it is stored. A refusal is an answer, not an exception.
 *
 * <p>If the database fails the answer is a failure, and the outcome unknown; the same bid with the
 * same key then tells it.
 */
public sealed interface BidAnswer {

  /**
   * The bid leads, or led when it was placed.
   *
   * @param seq its number among the accepted bids of the lot, from 1 without a gap
   * @param price the price offered
   * @param placedAt when it counts as placed
   * @param closesAt when bidding closes if nobody bids later; this bid may have moved it
   */
  record Accepted(long seq, Money price, Instant placedAt, Instant closesAt) implements BidAnswer {}

  /**
   * The bid changed nothing: not the price, not the closing time.
   *
   * @param reason the code
   * @param detail what was wrong, with the figures
   */
  record Refused(BidRefusal reason, String detail) implements BidAnswer {}
}
