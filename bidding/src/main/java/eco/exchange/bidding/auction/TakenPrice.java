package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.NOT_SEALED_YET;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Ending.Rejected;
import eco.exchange.bidding.auction.Envelopes.Found;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A descending auction whose price was taken: the others hand in sealed offers above it, which the
 * centre then opens. Without a valid one the taker has the lot; otherwise see {@link LastWord}.
 *
 * <p>Who takes part, beside the taker, nobody is told before the opening.
 *
 * @param how the method's own terms
 * @param taker who took the price
 * @param envelopes the sealed offers of the others
 * @param endsAt until when they are taken
 * @param isSealed whether the bell has rung then, and left the offers to the centre
 */
record TakenPrice(
    TradeId lot,
    LotTerms terms,
    MethodTerms.Descending how,
    Lead taker,
    Envelopes envelopes,
    Instant endsAt,
    boolean isSealed)
    implements Auction.Running {

  /** The taking is the first entry of the public log, and until the last word the only one. */
  static final long SEQ = 1;

  static TakenPrice by(FallingPrice falling, Lead taker) {
    return new TakenPrice(
        falling.lot(),
        falling.terms(),
        falling.how(),
        taker,
        Envelopes.NONE,
        taker.placedAt().plus(falling.how().sealedTime()),
        false);
  }

  @Override
  public AuctionStanding standing(Instant now) {
    Phase phase = now.isBefore(endsAt) ? Phase.RECEIVING : Phase.SEALED;
    return new AuctionStanding(phase, Optional.of(taker), Optional.empty(), endsAt, 0, SEQ);
  }

  @Override
  public Optional<Instant> bellAt() {
    return isSealed ? Optional.empty() : Optional.of(endsAt);
  }

  @Override
  public Auction ring(Instant now) {
    if (isSealed || now.isBefore(endsAt)) {
      return this;
    }
    return envelopes.isEmpty()
        ? closed(now, List.of())
        : new TakenPrice(lot, terms, how, taker, envelopes, endsAt, true);
  }

  private Closed closed(Instant now, List<Rejected> rejected) {
    return new Closed(
        terms,
        standing(now).closedWith(Optional.of(taker)),
        now,
        new Ending.Sold(List.of(LastWord.ranked(taker))),
        rejected);
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    boolean byOther = placed.isByBidder() && !placed.hand().equals(taker.paddle());
    return switch (placed.act()) {
      case Act.Sealing sealing -> byOther ? judge(placed, sealing) : noSuchAct();
      case Act.Withdrawal withdrawal -> byOther ? withdraw(placed) : noSuchAct();
      case Act.Opening opening -> placed.isByBidder() ? noSuchAct() : judge(placed, opening);
      case Act.Bid other -> noSuchAct();
      case Act.Ceiling other -> noSuchAct();
      case Act.Joining other -> noSuchAct();
      case Act.Taking other -> noSuchAct();
      case Act.Floor other -> noSuchAct();
      case Act.Scores other -> noSuchAct();
    };
  }

  private Outcome judge(PlacedAct placed, Act.Sealing sealing) {
    return tooLate(placed.at())
        .or(() -> envelopes.fault(placed.hand(), sealing, Envelopes.HAND_INS_MAX))
        .map(this::refused)
        .orElseGet(() -> noted(envelopes.with(placed.hand(), sealing, placed.at()), placed.at()));
  }

  private Outcome withdraw(PlacedAct placed) {
    return tooLate(placed.at())
        .or(() -> envelopes.faultOfWithdrawal(placed.hand()))
        .map(this::refused)
        .orElseGet(() -> noted(envelopes.without(placed.hand()), placed.at()));
  }

  private Optional<Refused> tooLate(Instant at) {
    return at.isBefore(endsAt)
        ? Optional.empty()
        : refusal(TOO_LATE, "offers were taken until " + endsAt);
  }

  private Outcome noted(Envelopes next, Instant at) {
    return Outcome.noted(new TakenPrice(lot, terms, how, taker, next, endsAt, isSealed), at);
  }

  private Outcome judge(PlacedAct placed, Act.Opening opening) {
    return notSealed(placed.at())
        .or(() -> envelopes.fault(opening))
        .map(this::refused)
        .orElseGet(() -> Outcome.noted(opened(placed.at(), opening), placed.at()));
  }

  private Optional<Refused> notSealed(Instant at) {
    if (at.isBefore(endsAt)) {
      return refusal(NOT_SEALED_YET, "offers are taken until " + endsAt);
    }
    return envelopes.isEmpty() ? refusal(TOO_LATE, "there is no offer to open") : Optional.empty();
  }

  private Auction opened(Instant now, Act.Opening opening) {
    Found found = envelopes.open(lot, opening, this::fault);
    List<Ranked> ranking = Ranking.byPrice(found.candidates());
    if (ranking.isEmpty()) {
      return closed(now, found.rejected());
    }
    Ranked best = ranking.getFirst();
    Instant handedInAt = envelopes.standing(best.paddle()).at();
    Lead lead = new Lead(best.paddle(), best.offer().price(), handedInAt);
    return new LastWord(
        terms,
        taker,
        lead,
        ranking,
        found.rejected(),
        Optional.empty(),
        now.plus(how.lastWordTime()));
  }

  // An offer must beat the price that was taken; who has the better right of priority may equal it.
  private Optional<String> fault(String paddle, Offer offer) {
    boolean equalWins = Paddles.outranks(paddle, taker.paddle());
    return SealedBiddingRules.faultOfPrice(offer, PriceGrid.above(terms, taker.price(), equalWins));
  }

  private Outcome noSuchAct() {
    return Outcome.refused(
        this, WRONG_ACT, "the others hand in sealed offers, and the centre opens them");
  }

  private Outcome refused(Refused refusal) {
    return new Outcome(this, refusal, List.of());
  }

  private static Optional<Refused> refusal(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
