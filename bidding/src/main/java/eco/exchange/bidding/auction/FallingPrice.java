package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.auction.BidRefusal.PRICE_MOVED;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.Ending.Cause;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A descending auction while the price falls (降价竞价): the first of its three phases.
 *
 * <p>The price falls by an increment each time its time is up, down to the reserve, where it stays
 * until the closing. Whoever takes it names it, so that a late click takes no other price; then the
 * others may hand in sealed offers, see {@link TakenPrice}.
 *
 * @param how the method's own terms
 */
record FallingPrice(TradeId lot, LotTerms terms, MethodTerms.Descending how)
    implements Auction.Running {

  /** The price at a moment. */
  Money price(Instant now) {
    long steps = Math.max(0, Duration.between(terms.opensAt(), now).dividedBy(how.every()));
    Money fall = how.start().minus(terms.reserve());
    boolean isDown = steps > fall.fen() / terms.increment().fen();
    return isDown ? terms.reserve() : how.start().minus(terms.increment().times(steps));
  }

  @Override
  public AuctionStanding standing(Instant now) {
    Phase phase = now.isBefore(terms.opensAt()) ? Phase.SCHEDULED : Phase.FALLING;
    return new AuctionStanding(
        phase, Optional.empty(), Optional.of(price(now)), terms.closesAt(), 0, 0);
  }

  @Override
  public Optional<Instant> bellAt() {
    return Optional.of(terms.closesAt());
  }

  @Override
  public Auction ring(Instant now) {
    return now.isBefore(terms.closesAt())
        ? this
        : Closed.of(
            terms,
            standing(now).closedWith(Optional.empty()),
            now,
            new Ending.Unsold(Cause.NO_BID));
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    return switch (placed.act()) {
      case Act.Taking taking -> placed.isByBidder() ? judge(placed, taking) : noSuchAct();
      case Act.Bid other -> noSuchAct();
      case Act.Ceiling other -> noSuchAct();
      case Act.Joining other -> noSuchAct();
      case Act.Sealing other -> noSuchAct();
      case Act.Withdrawal other -> noSuchAct();
      case Act.Floor other -> noSuchAct();
      case Act.Scores other -> noSuchAct();
      case Act.Opening other -> noSuchAct();
    };
  }

  private Outcome judge(PlacedAct placed, Act.Taking taking) {
    if (placed.at().isBefore(terms.opensAt())) {
      return refused(NOT_OPEN_YET, "the price falls from " + terms.opensAt());
    }
    if (!placed.at().isBefore(terms.closesAt())) {
      return refused(TOO_LATE, "the price could be taken until " + terms.closesAt());
    }
    Money price = price(placed.at());
    if (!price.equals(taking.price())) {
      return refused(PRICE_MOVED, "the price is %s now".formatted(price));
    }
    TakenPrice taken = TakenPrice.by(this, new Lead(placed.hand(), price, placed.at()));
    Accepted answer = new Accepted(TakenPrice.SEQ, price, placed.at(), taken.endsAt());
    return new Outcome(taken, answer, List.of());
  }

  private Outcome noSuchAct() {
    return refused(WRONG_ACT, "the price falls until a bidder takes it");
  }

  private Outcome refused(BidRefusal reason, String detail) {
    return Outcome.refused(this, reason, detail);
  }
}
