package eco.exchange.bidding.auction;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The standing of the bidding on a lot, as anybody may know it.
 *
 * @param phase what is going on
 * @param leading the bid that leads in the open, when closed the winner's
 * @param priceMin the lowest price that would be taken now, if prices are taken in the open
 * @param endsAt when this phase ends if nothing happens; that moment is already too late
 * @param extensions how often a late bid has moved the closing
 * @param seq how many bids stand in the public log
 */
public record AuctionStanding(
    Phase phase,
    Optional<Lead> leading,
    Optional<Money> priceMin,
    Instant endsAt,
    int extensions,
    long seq) {

  /** How it stands in a phase in which nobody knows who offered what, nor how many did. */
  static AuctionStanding secret(Phase phase, Instant endsAt) {
    return new AuctionStanding(phase, Optional.empty(), Optional.empty(), endsAt, 0, 0);
  }

  /** How it stands at the end. */
  AuctionStanding closedWith(Optional<Lead> winner) {
    return new AuctionStanding(Phase.CLOSED, winner, Optional.empty(), endsAt, extensions, seq);
  }

  /** A bid that leads. */
  public record Lead(String paddle, Money price, Instant placedAt) {}

  /** What is going on at an auction. */
  public enum Phase {
    /** Bidding has not begun. */
    SCHEDULED,
    /** Bids are taken, and no late bid has moved the closing yet (自由报价). */
    FREE,
    /** Bids are taken, and each late one moves the closing (限时报价). */
    TIMED,
    /** Those who bid are asked whether they join the timed bidding. */
    ASKING,
    /** The price falls until somebody takes it. */
    FALLING,
    /** Sealed offers are handed in. */
    RECEIVING,
    /** The sealed offers wait to be scored and opened. */
    SEALED,
    /** Who took the falling price may answer the best sealed offer. */
    LAST_WORD,
    /** It is over. */
    CLOSED
  }
}
