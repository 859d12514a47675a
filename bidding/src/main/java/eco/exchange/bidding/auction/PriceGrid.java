package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.BELOW_RESERVE;
import static eco.exchange.bidding.auction.BidRefusal.OFF_GRID;
import static eco.exchange.bidding.auction.BidRefusal.TOO_HIGH;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LOW;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import java.util.Optional;

/** The prices that may be bid in the open: the reserve plus whole increments. */
final class PriceGrid {

  private PriceGrid() {}

  /**
   * The lowest price with which a paddle can lead: the reserve, then a raise of the leading price,
   * or that price itself for who has the better right of priority.
   */
  static Money priceMin(LotTerms terms, Optional<Lead> leading, String paddle) {
    return leading
        .map(lead -> above(terms, lead.price(), Paddles.outranks(paddle, lead.paddle())))
        .orElse(terms.reserve());
  }

  /** The lowest price that can beat this one. */
  static Money above(LotTerms terms, Money price, boolean equalWins) {
    return equalWins ? price : price.plus(terms.increment());
  }

  /** What is wrong with a price that is too low or too high for the lot, whoever leads. */
  static Optional<Refused> outOfRange(LotTerms terms, Money price) {
    if (price.isBelow(terms.reserve())) {
      return refused(BELOW_RESERVE, "the reserve is " + terms.reserve());
    }
    return PriceLimit.MAX.isBelow(price)
        ? refused(TOO_HIGH, "the highest price taken is " + PriceLimit.MAX)
        : Optional.empty();
  }

  /** What is wrong with a price that is to be at least as high as another. */
  static Optional<Refused> fault(LotTerms terms, Money price, Money priceMin) {
    Optional<Refused> outOfRange = outOfRange(terms, price);
    if (outOfRange.isPresent()) {
      return outOfRange;
    }
    if (price.minus(terms.reserve()).fen() % terms.increment().fen() != 0) {
      return refused(
          OFF_GRID,
          "a price is %s plus whole increments of %s"
              .formatted(terms.reserve(), terms.increment()));
    }
    return price.isBelow(priceMin)
        ? refused(TOO_LOW, "the lowest next price is " + priceMin)
        : Optional.empty();
  }

  private static Optional<Refused> refused(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
