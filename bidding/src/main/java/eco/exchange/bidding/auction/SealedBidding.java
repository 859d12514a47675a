package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.auction.BidRefusal.NOT_SEALED_YET;
import static eco.exchange.bidding.auction.BidRefusal.SCORES_FROZEN;
import static eco.exchange.bidding.auction.BidRefusal.SCORES_INVALID;
import static eco.exchange.bidding.auction.BidRefusal.SCORES_MISSING;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Cause;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.auction.Envelopes.Found;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The auction by sealed offers, opened together, of every method that is {@link
 * eco.exchange.method.MethodTerms.Sealed}.
 *
 * <p>Until the deadline an offer is handed in, replaced and withdrawn, and nobody is told how many
 * there are (招标投标法 article 22). Then the lot waits for the centre, which scores the offers where
 * there are criteria, and only after that opens them, all at once. In what the methods differ is
 * for {@link SealedBiddingRules} to say.
 *
 * @param envelopes the sealed offers
 * @param points the points of each live offer, by paddle; empty until the centre has entered them
 * @param isSealed whether the bell has rung at the deadline, and left the offers to the centre
 */
record SealedBidding(
    TradeId lot,
    LotTerms terms,
    Envelopes envelopes,
    Map<String, List<Integer>> points,
    boolean isSealed)
    implements Auction.Running {

  private static final int POINTS_MAX = 10_000;

  SealedBidding {
    points = Map.copyOf(points);
  }

  static SealedBidding of(TradeId lot, LotTerms terms) {
    return new SealedBidding(lot, terms, Envelopes.NONE, Map.of(), false);
  }

  @Override
  public AuctionStanding standing(Instant now) {
    if (now.isBefore(terms.opensAt())) {
      return AuctionStanding.secret(Phase.SCHEDULED, terms.closesAt());
    }
    Phase phase = now.isBefore(terms.closesAt()) ? Phase.RECEIVING : Phase.SEALED;
    return AuctionStanding.secret(phase, terms.closesAt());
  }

  @Override
  public Optional<Instant> bellAt() {
    return isSealed ? Optional.empty() : Optional.of(terms.closesAt());
  }

  @Override
  public Auction ring(Instant now) {
    if (isSealed || now.isBefore(terms.closesAt())) {
      return this;
    }
    int offers = envelopes.live().size();
    if (offers == 0) {
      return unsold(now, Cause.NO_BID);
    }
    return offers < terms.how().offersMin()
        ? unsold(now, Cause.TOO_FEW_OFFERS)
        : new SealedBidding(lot, terms, envelopes, points, true);
  }

  private Closed unsold(Instant now, Cause cause) {
    return closed(now, new Ending.Unsold(cause), Optional.empty(), List.of());
  }

  private Closed closed(
      Instant now, Ending ending, Optional<Lead> winner, List<Ending.Rejected> rejected) {
    return new Closed(terms, standing(now).closedWith(winner), now, ending, rejected);
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    boolean byBidder = placed.isByBidder();
    return switch (placed.act()) {
      case Act.Sealing sealing -> byBidder ? judge(placed, sealing) : noSuchAct();
      case Act.Withdrawal withdrawal -> byBidder ? withdraw(placed) : noSuchAct();
      case Act.Scores scores -> byBidder || !isScored() ? noSuchAct() : judge(placed, scores);
      case Act.Opening opening -> byBidder ? noSuchAct() : judge(placed, opening);
      case Act.Bid other -> noSuchAct();
      case Act.Ceiling other -> noSuchAct();
      case Act.Joining other -> noSuchAct();
      case Act.Taking other -> noSuchAct();
      case Act.Floor other -> noSuchAct();
    };
  }

  private boolean isScored() {
    return SealedBiddingRules.criteria(terms) > 0;
  }

  private Outcome judge(PlacedAct placed, Act.Sealing sealing) {
    String paddle = placed.hand();
    return notReceiving(placed.at())
        .or(() -> envelopes.fault(paddle, sealing, SealedBiddingRules.handInsMax(terms)))
        .map(this::refused)
        .orElseGet(() -> noted(envelopes.with(paddle, sealing, placed.at()), placed.at()));
  }

  private Outcome withdraw(PlacedAct placed) {
    return notReceiving(placed.at())
        .or(() -> envelopes.faultOfWithdrawal(placed.hand()))
        .map(this::refused)
        .orElseGet(() -> noted(envelopes.without(placed.hand()), placed.at()));
  }

  private Outcome noted(Envelopes next, Instant at) {
    return Outcome.noted(new SealedBidding(lot, terms, next, points, isSealed), at);
  }

  private Optional<Refused> notReceiving(Instant at) {
    if (at.isBefore(terms.opensAt())) {
      return refusal(NOT_OPEN_YET, "offers are taken from " + terms.opensAt());
    }
    return at.isBefore(terms.closesAt())
        ? Optional.empty()
        : refusal(TOO_LATE, "offers were taken until " + terms.closesAt());
  }

  private Outcome judge(PlacedAct placed, Act.Scores scores) {
    return notSealed(placed.at())
        .or(() -> fault(scores))
        .map(this::refused)
        .orElseGet(
            () ->
                Outcome.noted(
                    new SealedBidding(lot, terms, envelopes, scores.byPaddle(), isSealed),
                    placed.at()));
  }

  private Optional<Refused> fault(Act.Scores scores) {
    int criteria = SealedBiddingRules.criteria(terms);
    boolean isWhole =
        scores.byPaddle().keySet().equals(envelopes.live().keySet())
            && scores.byPaddle().values().stream()
                .allMatch(
                    points ->
                        points.size() == criteria
                            && points.stream().allMatch(it -> it >= 0 && it <= POINTS_MAX));
    if (!isWhole) {
      return refusal(
          SCORES_INVALID,
          "each sealed offer has %d numbers of points, from 0 to %d hundredths"
              .formatted(criteria, POINTS_MAX));
    }
    return points.isEmpty()
        ? Optional.empty()
        : refusal(SCORES_FROZEN, "the offers are scored, and scores are never changed");
  }

  private Optional<Refused> notSealed(Instant at) {
    if (at.isBefore(terms.closesAt())) {
      return refusal(NOT_SEALED_YET, "offers are taken until " + terms.closesAt());
    }
    return ring(at) instanceof Closed
        ? refusal(TOO_LATE, "there are not enough offers to open any")
        : Optional.empty();
  }

  private Outcome judge(PlacedAct placed, Act.Opening opening) {
    return notSealed(placed.at())
        .or(this::notScored)
        .or(() -> envelopes.fault(opening))
        .map(this::refused)
        .orElseGet(
            () ->
                Outcome.noted(
                    ended(
                        placed.at(),
                        envelopes.open(
                            lot,
                            opening,
                            (paddle, offer) -> SealedBiddingRules.fault(terms, offer))),
                    placed.at()));
  }

  private Optional<Refused> notScored() {
    return isScored() && points.isEmpty()
        ? refusal(SCORES_MISSING, "no price is seen before the offers are scored")
        : Optional.empty();
  }

  private Closed ended(Instant now, Found found) {
    List<Ranked> ranking = SealedBiddingRules.ranked(terms, points, found.candidates());
    if (ranking.isEmpty()) {
      Ending nobody = new Ending.Unsold(Cause.NO_VALID_OFFER);
      return closed(now, nobody, Optional.empty(), found.rejected());
    }
    Ranked best = ranking.getFirst();
    Instant handedInAt = envelopes.standing(best.paddle()).at();
    Lead winner = new Lead(best.paddle(), best.offer().price(), handedInAt);
    return closed(now, new Ending.Sold(ranking), Optional.of(winner), found.rejected());
  }

  private Outcome noSuchAct() {
    return Outcome.refused(
        this, WRONG_ACT, "bidders hand in sealed offers, and the centre scores and opens them");
  }

  private Outcome refused(Refused refusal) {
    return new Outcome(this, refusal, List.of());
  }

  private static Optional<Refused> refusal(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
