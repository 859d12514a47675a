package eco.exchange.bidding;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * A bid in the book of its lot, with the answer that was given.
 *
 * <p>Accepted or refused, every bid that an auction has judged stands here, so that the same key is
 * answered the same for ever. What was never judged does not: a bid without a paddle, and a bid on
 * a closed lot, whose answer cannot change any more.
 *
 * @param version the version of the lot that the bid made
 * @param name the bidder's name for it
 * @param price the price offered
 * @param placedAt when it counts as placed
 * @param answer what the bidder was told
 */
record RecordedBid(long version, Name name, Money price, Instant placedAt, BidAnswer answer) {

  /** What identifies a bid in its lot. */
  record Name(String paddle, String key) {}

  /** What is told when a bid comes again under this name. */
  BidAnswer answerTo(Money offered) {
    return offered.equals(price)
        ? answer
        : new BidAnswer.Refused(BidRefusal.KEY_REUSED, "the key was used for " + price);
  }
}
