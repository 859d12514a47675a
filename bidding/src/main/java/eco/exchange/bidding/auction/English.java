package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.ALREADY_LEADING;
import static eco.exchange.bidding.auction.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.Auction.Outcome.Raise;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rising bids in the open (网络竞价, 网拍规定 article 20).
 *
 * <p>Each bid raises the leading price by whole increments; who holds a right of priority may bid
 * the equal price. A bid in the last quiet time moves the closing, up to a hard stop if there is
 * one. A sealed ceiling bids for its owner by the least raises, as if the two contenders raised in
 * turn until one has no more to give; of two equal ceilings the better rank leads, then the
 * earlier.
 *
 * @param how the method's own terms
 * @param leading the highest bid
 * @param runnerUp the highest bid of any other paddle, which is next if the award lapses
 * @param ceiling up to which price the auction raises for the leader; at least the leading price
 * @param seq how many bids stand in the public log
 * @param extensions how often a late bid has moved the closing
 * @param closesAt when bidding closes if nobody bids later; this moment is already too late
 */
record English(
    LotTerms terms,
    MethodTerms.English how,
    Optional<Lead> leading,
    Optional<Lead> runnerUp,
    Money ceiling,
    long seq,
    int extensions,
    Instant closesAt)
    implements Auction.Running {

  static English of(LotTerms terms, MethodTerms.English how) {
    return new English(
        terms, how, Optional.empty(), Optional.empty(), Money.ZERO, 0, 0, terms.closesAt());
  }

  @Override
  public AuctionStanding standing(Instant now) {
    return standing(phase(now), Optional.of(PriceGrid.priceMin(terms, leading, "")));
  }

  private AuctionStanding standing(Phase phase, Optional<Money> priceMin) {
    return new AuctionStanding(phase, leading, priceMin, closesAt, extensions, seq);
  }

  private Phase phase(Instant now) {
    if (now.isBefore(terms.opensAt())) {
      return Phase.SCHEDULED;
    }
    return now.isBefore(terms.closesAt().minus(how.quietTime())) ? Phase.FREE : Phase.TIMED;
  }

  @Override
  public Optional<Instant> bellAt() {
    return Optional.of(closesAt);
  }

  @Override
  public Auction ring(Instant now) {
    if (now.isBefore(closesAt)) {
      return this;
    }
    List<Ranked> ranking = new ArrayList<>();
    leading.map(English::ranked).ifPresent(ranking::add);
    runnerUp.map(English::ranked).ifPresent(ranking::add);
    Ending ending =
        ranking.isEmpty() ? new Ending.Unsold(Ending.Cause.NO_BID) : new Ending.Sold(ranking);
    return Closed.of(terms, standing(Phase.CLOSED, Optional.empty()), now, ending);
  }

  private static Ranked ranked(Lead lead) {
    return new Ranked(lead.paddle(), Offer.of(lead.price()), Optional.empty());
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    if (!placed.isByBidder()) {
      return refused(WRONG_ACT, "only bidders act in this auction");
    }
    return switch (placed.act()) {
      case Act.Bid bid -> inTime(placed).orElseGet(() -> judge(placed, bid));
      case Act.Ceiling most -> inTime(placed).orElseGet(() -> judge(placed, most));
      case Act.Joining other -> noSuchAct();
      case Act.Taking other -> noSuchAct();
      case Act.Sealing other -> noSuchAct();
      case Act.Withdrawal other -> noSuchAct();
      case Act.Floor other -> noSuchAct();
      case Act.Scores other -> noSuchAct();
      case Act.Opening other -> noSuchAct();
    };
  }

  private Outcome noSuchAct() {
    return refused(WRONG_ACT, "this auction takes bids, and ceilings up to which it bids for you");
  }

  private Optional<Outcome> inTime(PlacedAct placed) {
    if (placed.at().isBefore(terms.opensAt())) {
      return Optional.of(refused(NOT_OPEN_YET, "bidding opens at " + terms.opensAt()));
    }
    return placed.at().isBefore(closesAt)
        ? Optional.empty()
        : Optional.of(refused(TOO_LATE, "bidding was to close at " + closesAt));
  }

  private Outcome judge(PlacedAct placed, Act.Bid bid) {
    if (isLedBy(placed.hand())) {
      return refused(ALREADY_LEADING, "paddle %s leads already".formatted(placed.hand()));
    }
    Optional<Refused> fault = fault(placed, bid.price());
    if (fault.isPresent()) {
      return new Outcome(this, fault.get(), List.of());
    }
    English bidden = ledBy(new Lead(placed.hand(), bid.price(), placed.at()), bid.price());
    BidAnswer answer = new Accepted(bidden.seq, bid.price(), placed.at(), bidden.closesAt);
    return outdoes(placed.hand(), bid.price())
        ? new Outcome(bidden, answer, List.of())
        : answered(bidden, answer, new ArrayList<>());
  }

  private Outcome judge(PlacedAct placed, Act.Ceiling most) {
    if (isLedBy(placed.hand())) {
      return setCeiling(placed, most);
    }
    Optional<Refused> fault = fault(placed, most.price());
    if (fault.isPresent()) {
      return new Outcome(this, fault.get(), List.of());
    }
    BidAnswer noted = new BidAnswer.Noted(placed.at());
    List<Raise> raises = new ArrayList<>();
    if (!outdoes(placed.hand(), most.price())) {
      English spent =
          raised(new Lead(placed.hand(), most.price(), placed.at()), most.price(), raises);
      return answered(spent, noted, raises);
    }
    English driven = drivenUp(placed.at(), raises);
    Money price = PriceGrid.priceMin(terms, driven.leading, placed.hand());
    Lead lead = new Lead(placed.hand(), price, placed.at());
    return new Outcome(driven.raised(lead, most.price(), raises), noted, raises);
  }

  private Outcome setCeiling(PlacedAct placed, Act.Ceiling most) {
    Money price = leading.orElseThrow().price();
    return PriceGrid.fault(terms, most.price(), price)
        .map(fault -> new Outcome(this, fault, List.of()))
        .orElseGet(
            () ->
                Outcome.noted(
                    new English(
                        terms, how, leading, runnerUp, most.price(), seq, extensions, closesAt),
                    placed.at()));
  }

  private Optional<Refused> fault(PlacedAct placed, Money price) {
    return PriceGrid.fault(terms, price, PriceGrid.priceMin(terms, leading, placed.hand()));
  }

  private boolean isLedBy(String paddle) {
    return leading.map(lead -> lead.paddle().equals(paddle)).orElse(false);
  }

  /** Whether who can go up to this price leaves the ceiling of the leader behind. */
  private boolean outdoes(String paddle, Money most) {
    return leading
        .map(
            lead ->
                !most.isBelow(
                    PriceGrid.above(terms, ceiling, Paddles.outranks(paddle, lead.paddle()))))
        .orElse(true);
  }

  /** The leader has nothing left to give: the ceiling is the price. */
  private English drivenUp(Instant at, List<Raise> raises) {
    return leading
        .filter(lead -> lead.price().isBelow(ceiling))
        .map(lead -> raised(new Lead(lead.paddle(), ceiling, at), ceiling, raises))
        .orElse(this);
  }

  /** The ceiling of this leader answers the one that has just taken the lead in the next state. */
  private Outcome answered(English next, BidAnswer answer, List<Raise> raises) {
    String keeper = leading.orElseThrow().paddle();
    Lead rival = next.leading.orElseThrow();
    Money price =
        PriceGrid.above(terms, rival.price(), Paddles.outranks(keeper, rival.paddle()))
            .min(ceiling);
    Lead kept = new Lead(keeper, price, rival.placedAt());
    return new Outcome(next.raised(kept, ceiling, raises), answer, raises);
  }

  private English raised(Lead lead, Money upTo, List<Raise> raises) {
    English next = ledBy(lead, upTo);
    raises.add(new Raise(next.seq, lead.paddle(), lead.price(), next.closesAt));
    return next;
  }

  // A late bid keeps the auction open, so that nobody wins merely by being the last to click.
  English ledBy(Lead lead, Money upTo) {
    Optional<Lead> second = isLedBy(lead.paddle()) ? runnerUp : leading;
    Instant quietUntil = earlier(lead.placedAt().plus(how.quietTime()), hardStop());
    boolean isLate = quietUntil.isAfter(closesAt);
    return new English(
        terms,
        how,
        Optional.of(lead),
        second,
        upTo,
        seq + 1,
        isLate ? extensions + 1 : extensions,
        isLate ? quietUntil : closesAt);
  }

  private Instant hardStop() {
    return how.overtimeMax().map(terms.closesAt()::plus).orElse(Instant.MAX);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Outcome refused(BidRefusal reason, String detail) {
    return Outcome.refused(this, reason, detail);
  }
}
