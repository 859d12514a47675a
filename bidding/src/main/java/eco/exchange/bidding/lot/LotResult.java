package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.live.AuctionView.Unsold;
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
public record LotResult(Optional<AwardView> award, MarketEvent event) {

  /** The result of a closed lot. */
  public static LotResult of(Lot lot, Closed closed, AwardDeadlines publicity) {
    return switch (closed.ending()) {
      case Ending.Sold sold -> awarded(lot, sold.ranking(), closed.at(), publicity);
      case Ending.Unsold unsold -> unsold(lot);
    };
  }

  private static LotResult awarded(
      Lot lot, List<Ranked> ranking, Instant at, AwardDeadlines publicity) {
    Ranked best = ranking.getFirst();
    AwardView award =
        AwardView.published(
            lot.trade(),
            1,
            lot.bidder(best.paddle()),
            best,
            ranking.stream().skip(1).findFirst().map(next -> lot.bidder(next.paddle())),
            at,
            publicity.publicityEndsAt(lot.auction().terms(), at));
    return new LotResult(Optional.of(award), award.told());
  }

  private static LotResult unsold(Lot lot) {
    String cause = lot.unsold().map(Unsold::name).orElseThrow();
    return new LotResult(Optional.empty(), new LotUnsold(lot.trade(), cause));
  }
}
