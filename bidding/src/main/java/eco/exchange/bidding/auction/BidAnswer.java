package eco.exchange.bidding.auction;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * The answer to somebody who acts, given after the act is stored. A refusal is an answer, not an
 * exception.
 *
 * <p>If the database fails the answer is a failure, and the outcome unknown; the same act with the
 * same key then tells it.
 */
public sealed interface BidAnswer {

  /** The answer in a few words, for people. */
  default String told() {
    return switch (this) {
      case Accepted bid ->
          "%s taken as number %d, open until %s".formatted(bid.price(), bid.seq(), bid.closesAt());
      case Noted noted -> "taken at " + noted.placedAt();
      case Refused refused -> refused.reason() + ": " + refused.detail();
    };
  }

  /**
   * The bid stands in the public log, and leads unless somebody's sealed ceiling beats it.
   *
   * @param seq its number in the public log of the lot, from 1 without a gap
   * @param price the price offered
   * @param placedAt when it counts as placed
   * @param closesAt when bidding closes if nobody bids later; this bid may have moved it
   */
  record Accepted(long seq, Money price, Instant placedAt, Instant closesAt) implements BidAnswer {}

  /**
   * The act is recorded, and nobody else sees it before the lot is closed.
   *
   * @param placedAt when it counts as done: the time stamp of the receipt
   */
  record Noted(Instant placedAt) implements BidAnswer {}

  /**
   * The act changed nothing: not the price, not the closing time.
   *
   * @param reason the code
   * @param detail what was wrong, with the figures
   */
  record Refused(BidRefusal reason, String detail) implements BidAnswer {}
}
