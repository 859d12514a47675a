package eco.exchange.bidding.live;

import eco.exchange.bidding.auction.AuctionStanding.Phase;
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
    Optional<Unsold> unsold,
    Instant serverTime) {

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

  /** Why a lot found nobody; the name is the cause that the event carries. */
  public enum Unsold {
    /** Nobody applied while applications were taken. */
    NO_APPLICANT,
    /** Nobody was qualified and paid the deposit in time. */
    NO_BIDDER,
    /** Nobody bid. */
    NO_BID,
    /** No bid reached the secret floor. */
    BELOW_FLOOR,
    /** Fewer sealed offers than the law demands; none was opened. */
    TOO_FEW_OFFERS,
    /** No sealed offer could be opened and accepted. */
    NO_VALID_OFFER,
    /** More than one wanted it, so that it may not be sold by agreement. */
    COMPETITION_REQUIRED,
    /** There was a winner, but the centre refused the award. */
    AWARD_REFUSED,
    /** The winner has lost the award, and nobody came after. */
    AWARD_LAPSED
  }
}
