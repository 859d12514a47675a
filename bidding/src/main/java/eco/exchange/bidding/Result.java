package eco.exchange.bidding;

import eco.exchange.bidding.Auction.Bid;
import eco.exchange.bidding.Auction.Closed;
import eco.exchange.bidding.AuctionView.Unsold;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.LotUnsold;
import java.time.Instant;
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
    return closed
        .standing()
        .leading()
        .map(bid -> awarded(lot, bid, closed.closedAt(), publicity))
        .orElseGet(() -> unsold(lot));
  }

  private static Result awarded(Lot lot, Bid bid, Instant at, Publicity publicity) {
    AwardView award =
        new AwardView(
            lot.trade(),
            lot.bidder(bid.paddle()),
            bid.paddle(),
            bid.price(),
            at,
            publicity.endsAt(lot.auction().terms(), at),
            AwardView.State.PUBLISHED,
            Optional.empty());
    return new Result(Optional.of(award), told(award));
  }

  private static LotAwarded told(AwardView award) {
    return new LotAwarded(
        award.trade(), award.winner(), award.paddle(), award.price(), award.publicityEndsAt());
  }

  private static Result unsold(Lot lot) {
    String cause = lot.unsold().map(Unsold::name).orElseThrow();
    return new Result(Optional.empty(), new LotUnsold(lot.trade(), cause));
  }
}
