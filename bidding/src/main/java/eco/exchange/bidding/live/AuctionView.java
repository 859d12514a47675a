package eco.exchange.bidding.live;

import eco.exchange.bidding.auction.AuctionStanding;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The auction of a lot as anybody may see it: paddles, never names.
 *
 * @param trade the lot
 * @param state scheduled, open or closed
 * @param phase what is going on in particular
 * @param terms the published terms
 * @param leadingPrice the highest bid so far, when closed the price
 * @param leadingPaddle whose bid it is
 * @param latestBidAt when it was placed
 * @param nextPriceMin the lowest price that would be accepted now, while prices are taken in the
 *     open
 * @param closesAt when this phase ends if nothing happens; that moment is already too late
 * @param extensions how often a late bid has moved the closing
 * @param seq how many bids were accepted
 * @param unsold why nobody got the lot, if it is closed and nobody did
 * @param serverTime the time of the market at which this was true
 */
public record AuctionView(
    TradeId trade,
    State state,
    Phase phase,
    LotTerms terms,
    Optional<Money> leadingPrice,
    Optional<String> leadingPaddle,
    Optional<Instant> latestBidAt,
    Optional<Money> nextPriceMin,
    Instant closesAt,
    int extensions,
    long seq,
    Optional<UnsoldCause> unsold,
    Instant serverTime) {

  /** What anybody may see of a lot. */
  public static AuctionView of(Lot lot, Optional<AwardView> award, Instant now) {
    AuctionStanding standing = lot.auction().standing(now);
    return new AuctionView(
        lot.trade(),
        state(standing.phase()),
        standing.phase(),
        lot.auction().terms(),
        standing.leading().map(Lead::price),
        standing.leading().map(Lead::paddle),
        standing.leading().map(Lead::placedAt),
        standing.priceMin(),
        standing.endsAt(),
        standing.extensions(),
        standing.seq(),
        award.flatMap(AwardView::unsold).or(lot::unsold),
        now);
  }

  private static State state(Phase phase) {
    return switch (phase) {
      case SCHEDULED -> State.SCHEDULED;
      case CLOSED -> State.CLOSED;
      case FREE, TIMED, ASKING, FALLING, RECEIVING, SEALED, LAST_WORD -> State.OPEN;
    };
  }

  /** The same, as if seen at another time. */
  AuctionView at(Instant moment) {
    return new AuctionView(
        trade,
        state,
        phase,
        terms,
        leadingPrice,
        leadingPaddle,
        latestBidAt,
        nextPriceMin,
        closesAt,
        extensions,
        seq,
        unsold,
        moment);
  }

  /** How far an auction is. */
  public enum State {
    /** Bidding has not begun. */
    SCHEDULED,
    /** Bids are taken. */
    OPEN,
    /** Bidding is over. */
    CLOSED
  }
}
