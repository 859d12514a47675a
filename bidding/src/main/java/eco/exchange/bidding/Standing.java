package eco.exchange.bidding;

import eco.exchange.bidding.Auction.Bid;
import eco.exchange.market.LotTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the bidding on a lot stands.
 *
 * @param leading the highest bid
 * @param seq how many bids were accepted
 * @param extensions how often a late bid has moved the closing
 * @param closesAt when bidding closes if nobody bids later; this moment is already too late
 */
record Standing(Optional<Bid> leading, long seq, int extensions, Instant closesAt) {

  static Standing atFirst(LotTerms terms) {
    return new Standing(Optional.empty(), 0, 0, terms.closesAt());
  }

  boolean isLedBy(String paddle) {
    return leading.map(bid -> bid.paddle().equals(paddle)).orElse(false);
  }

  // A late bid keeps the auction open, so that nobody wins merely by being the last to click.
  Standing ledBy(Bid bid, Duration quietTime) {
    Instant quietUntil = bid.placedAt().plus(quietTime);
    return quietUntil.isAfter(closesAt)
        ? new Standing(Optional.of(bid), seq + 1, extensions + 1, quietUntil)
        : new Standing(Optional.of(bid), seq + 1, extensions, closesAt);
  }
}
