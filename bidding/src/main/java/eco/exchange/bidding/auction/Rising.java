package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Standing.Lead;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept of bids that rise in the open.
 *
 * @param leading the highest bid
 * @param runnerUp the highest bid of any other paddle
 * @param paddles who has bid
 * @param seq how many bids stand in the public log
 */
record Rising(Optional<Lead> leading, Optional<Lead> runnerUp, Set<String> paddles, long seq) {

  static final Rising NONE = new Rising(Optional.empty(), Optional.empty(), Set.of(), 0);

  Rising {
    paddles = Set.copyOf(paddles);
  }

  boolean isLedBy(String paddle) {
    return leading.map(lead -> lead.paddle().equals(paddle)).orElse(false);
  }

  Rising ledBy(Lead lead) {
    Set<String> all =
        Stream.concat(paddles.stream(), Stream.of(lead.paddle()))
            .collect(Collectors.toUnmodifiableSet());
    return new Rising(Optional.of(lead), isLedBy(lead.paddle()) ? runnerUp : leading, all, seq + 1);
  }
}
