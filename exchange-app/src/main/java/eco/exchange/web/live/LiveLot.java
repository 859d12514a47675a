package eco.exchange.web.live;

import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A lot as its watchers are told: all of the auction but its terms, which never change.
 *
 * @param watchers how many watch it on this node of the exchange
 */
record LiveLot(
    TradeId trade,
    AuctionView.State state,
    Phase phase,
    Optional<Money> leadingPrice,
    Optional<String> leadingPaddle,
    Optional<Instant> latestBidAt,
    Optional<Money> nextPriceMin,
    Instant closesAt,
    int extensions,
    long seq,
    Optional<UnsoldCause> unsold,
    Instant serverTime,
    int watchers) {

  static LiveLot of(AuctionView view, int watchers) {
    return new LiveLot(
        view.trade(),
        view.state(),
        view.phase(),
        view.leadingPrice(),
        view.leadingPaddle(),
        view.latestBidAt(),
        view.nextPriceMin(),
        view.closesAt(),
        view.extensions(),
        view.seq(),
        view.unsold(),
        view.serverTime(),
        watchers);
  }
}
