package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.event.MarketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of the closing of a lot: an award, or that nobody got it.
 *
 * @param event what the market is told
 */
public record LotResult(MarketEvent event) {

  /**
   * The result of a closed lot.
   *
   * @param publicityEndsAt until when an award would be shown
   */
  public static LotResult of(Lot lot, Closed closed, Instant publicityEndsAt) {
    return switch (closed.ending()) {
      case Ending.Sold sold -> awarded(lot, sold.ranking(), publicityEndsAt);
      case Ending.Unsold unsold -> unsold(lot);
    };
  }

  private static LotResult awarded(Lot lot, List<Ranked> ranking, Instant publicityEndsAt) {
    Ranked best = ranking.getFirst();
    return new LotResult(
        new LotAwarded(
            lot.trade(),
            1,
            lot.bidder(best.paddle()),
            best.paddle(),
            best.offer(),
            ranking.stream().skip(1).findFirst().map(next -> lot.bidder(next.paddle())),
            publicityEndsAt));
  }

  private static LotResult unsold(Lot lot) {
    String cause = lot.unsold().map(UnsoldCause::name).orElseThrow();
    return new LotResult(new LotUnsold(lot.trade(), cause));
  }

  /** The award, if there is a winner. */
  public Optional<LotAwarded> award() {
    return event instanceof LotAwarded awarded ? Optional.of(awarded) : Optional.empty();
  }
}
