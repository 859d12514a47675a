package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The summary of bids that rise in the open.
 *
 * @param leading the highest bid
 * @param runnerUp the highest bid of any other paddle
 * @param paddles who has bid
 * @param seq how many bids stand in the public log
 */
record RisingBids(Optional<Lead> leading, Optional<Lead> runnerUp, Set<String> paddles, long seq) {

  static final RisingBids NONE = new RisingBids(Optional.empty(), Optional.empty(), Set.of(), 0);

  RisingBids {
    paddles = Set.copyOf(paddles);
  }

  boolean isLedBy(String paddle) {
    return leading.map(lead -> lead.paddle().equals(paddle)).orElse(false);
  }

  RisingBids ledBy(Lead lead) {
    Set<String> all =
        Stream.concat(paddles.stream(), Stream.of(lead.paddle()))
            .collect(Collectors.toUnmodifiableSet());
    return new RisingBids(
        Optional.of(lead), isLedBy(lead.paddle()) ? runnerUp : leading, all, seq + 1);
  }
}
