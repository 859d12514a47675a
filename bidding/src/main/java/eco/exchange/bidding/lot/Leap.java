package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import eco.exchange.rulebook.BiddingBounds;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The rule of a price far over the last one, which may be a slip of the finger or a spoiling of the
 * sale: the deposit fits it, and whoever bids it says so a second time (R-BID-LEAP).
 *
 * <p>It stands before the auction, not in it: what it turns away is not recorded, so that the same
 * bid can be confirmed under its own key, and a record is played again without knowing who was
 * asked.
 */
final class Leap {

  private Leap() {}

  /** What is wrong with an act that the auction would take. */
  static Optional<Refused> fault(
      Auction auction, PlacedAct placed, boolean isConfirmed, BiddingBounds bounds) {
    LotTerms terms = auction.terms();
    Money last = auction.standing(placed.at()).leading().map(Lead::price).orElse(terms.reserve());
    return named(placed.act())
        .filter(price -> isOver(price, last, bounds.leapTimes()))
        .flatMap(price -> fault(price, last, terms.deposit(), isConfirmed, bounds));
  }

  private static Optional<Refused> fault(
      Money price, Money last, Money deposit, boolean isConfirmed, BiddingBounds bounds) {
    BigDecimal least = bounds.leapDepositMin().of(BigDecimal.valueOf(price.fen()));
    if (BigDecimal.valueOf(deposit.fen()).compareTo(least) < 0) {
      return refused(
          BidRefusal.DEPOSIT_TOO_LOW,
          "%s is over %d times the last price %s, and the deposit %s is under %s of it"
              .formatted(price, bounds.leapTimes(), last, deposit, bounds.leapDepositMin()));
    }
    return isConfirmed
        ? Optional.empty()
        : refused(
            BidRefusal.CONFIRMATION_REQUIRED,
            "%s is over %d times the last price %s: bid it again as confirmed if it is meant"
                .formatted(price, bounds.leapTimes(), last));
  }

  private static Optional<Money> named(Act act) {
    return switch (act) {
      case Act.Bid bid -> Optional.of(bid.price());
      case Act.Ceiling most -> Optional.of(most.price());
      case Act.Joining other -> Optional.empty();
      case Act.Taking other -> Optional.empty();
      case Act.Sealing other -> Optional.empty();
      case Act.Withdrawal other -> Optional.empty();
      case Act.Floor other -> Optional.empty();
      case Act.Scores other -> Optional.empty();
      case Act.Opening other -> Optional.empty();
    };
  }

  private static boolean isOver(Money price, Money last, int times) {
    return BigDecimal.valueOf(price.fen())
            .compareTo(BigDecimal.valueOf(last.fen()).multiply(BigDecimal.valueOf(times)))
        > 0;
  }

  private static Optional<Refused> refused(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
