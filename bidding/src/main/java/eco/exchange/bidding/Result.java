package eco.exchange.bidding;

import eco.exchange.bidding.AuctionView.Unsold;
import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.LotUnsold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the closing of a lot leads to: an award, or the news that nobody got it.
 *
 * @param award the award, if there is a winner
 * @param event what the market is told
 */
record Result(Optional<AwardView> award, MarketEvent event) {

  /** The result of a closed lot. */
  static Result of(Lot lot, Closed closed, Publicity publicity) {
    return switch (closed.ending()) {
      case Ending.Sold sold -> awarded(lot, sold.ranking(), closed.at(), publicity);
      case Ending.Unsold unsold -> unsold(lot);
    };
  }

  private static Result awarded(Lot lot, List<Ranked> ranking, Instant at, Publicity publicity) {
    Ranked best = ranking.getFirst();
    AwardView award =
        AwardView.published(
            lot.trade(),
            1,
            lot.bidder(best.paddle()),
            best,
            ranking.stream().skip(1).findFirst().map(next -> lot.bidder(next.paddle())),
            at,
            publicity.endsAt(lot.auction().terms(), at));
    return new Result(Optional.of(award), award.told());
  }

  private static Result unsold(Lot lot) {
    String cause = lot.unsold().map(Unsold::name).orElseThrow();
    return new Result(Optional.empty(), new LotUnsold(lot.trade(), cause));
  }
}
