package eco.exchange.bidding.auction;

import static eco.exchange.bidding.auction.BidRefusal.ALREADY_LEADING;
import static eco.exchange.bidding.auction.BidRefusal.NOT_JOINED;
import static eco.exchange.bidding.auction.BidRefusal.NOT_OPEN_YET;
import static eco.exchange.bidding.auction.BidRefusal.TOO_LATE;
import static eco.exchange.bidding.auction.BidRefusal.WRONG_ACT;

import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.Ending.Cause;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rising bids through a listing window, then timed bidding among those who join it (挂牌加限时竞价).
 *
 * <p>When the window ends, whoever has bid is asked for the answer time. If nobody joins, the
 * highest listing bid stands; otherwise each bid of those who joined starts the countdown anew, and
 * the bidding ends when it has run down. Nothing is sold below the floor, which the centre enters
 * shortly before the end of the window and may correct until then; nobody else knows it.
 *
 * <p>The phases follow one another by the published times, even if the bell is late.
 *
 * @param how the method's own terms
 * @param phase the listing window (FREE), ASKING or TIMED
 * @param bids the bids of both windows
 * @param floor the secret floor; without one the reserve is all that is asked
 * @param joined who takes part in the timed bidding
 * @param extensions how often a bid has started the countdown anew
 * @param endsAt when this phase ends; that moment is already too late
 */
record ListingThenTimed(
    LotTerms terms,
    MethodTerms.ListingThenTimed how,
    Phase phase,
    RisingBids bids,
    Optional<Money> floor,
    Set<String> joined,
    int extensions,
    Instant endsAt)
    implements Auction.Running {

  ListingThenTimed {
    joined = Set.copyOf(joined);
  }

  static ListingThenTimed of(LotTerms terms, MethodTerms.ListingThenTimed how) {
    return new ListingThenTimed(
        terms, how, Phase.FREE, RisingBids.NONE, Optional.empty(), Set.of(), 0, terms.closesAt());
  }

  @Override
  public AuctionStanding standing(Instant now) {
    Optional<Money> priceMin =
        phase == Phase.ASKING
            ? Optional.empty()
            : Optional.of(PriceGrid.priceMin(terms, bids.leading(), ""));
    Phase shown = now.isBefore(terms.opensAt()) ? Phase.SCHEDULED : phase;
    return new AuctionStanding(shown, bids.leading(), priceMin, endsAt, extensions, bids.seq());
  }

  @Override
  public Optional<Instant> bellAt() {
    return Optional.of(endsAt);
  }

  @Override
  public Auction ring(Instant now) {
    if (now.isBefore(endsAt)) {
      return this;
    }
    Optional<ListingThenTimed> next = next();
    return next.isPresent() ? next.get().ring(now) : closed(now);
  }

  /** The next phase; empty if this was the last. */
  private Optional<ListingThenTimed> next() {
    if (phase == Phase.FREE && bids.leading().isPresent()) {
      return Optional.of(in(Phase.ASKING, endsAt.plus(how.answerTime())));
    }
    return phase == Phase.ASKING && !joined.isEmpty()
        ? Optional.of(in(Phase.TIMED, endsAt.plus(how.quietTime())))
        : Optional.empty();
  }

  private ListingThenTimed in(Phase next, Instant end) {
    return new ListingThenTimed(terms, how, next, bids, floor, joined, extensions, end);
  }

  private Closed closed(Instant now) {
    List<Ranked> ranking =
        Stream.of(bids.leading(), bids.runnerUp())
            .flatMap(Optional::stream)
            .filter(lead -> !lead.price().isBelow(floor.orElse(terms.reserve())))
            .map(lead -> new Ranked(lead.paddle(), Offer.of(lead.price()), Optional.empty()))
            .toList();
    AuctionStanding last = standing(now);
    if (ranking.isEmpty()) {
      Cause cause = bids.leading().isEmpty() ? Cause.NO_BID : Cause.BELOW_FLOOR;
      return Closed.of(terms, last.closedWith(Optional.empty()), now, new Ending.Unsold(cause));
    }
    return Closed.of(terms, last.closedWith(bids.leading()), now, new Ending.Sold(ranking));
  }

  @Override
  public Outcome judge(PlacedAct placed) {
    Optional<ListingThenTimed> next = placed.at().isBefore(endsAt) ? Optional.empty() : next();
    if (next.isEmpty()) {
      return judgeInPhase(placed);
    }
    Outcome outcome = next.get().judge(placed);
    return outcome.answer() instanceof Refused refusal ? refused(refusal) : outcome;
  }

  private Outcome judgeInPhase(PlacedAct placed) {
    boolean byBidder = placed.isByBidder();
    return switch (placed.act()) {
      case Act.Bid bid -> byBidder && phase != Phase.ASKING ? judge(placed, bid) : noSuchAct();
      case Act.Joining joining -> byBidder && phase == Phase.ASKING ? join(placed) : noSuchAct();
      case Act.Floor secret ->
          byBidder || phase != Phase.FREE ? noSuchAct() : judge(placed, secret);
      case Act.Ceiling other -> noSuchAct();
      case Act.Taking other -> noSuchAct();
      case Act.Sealing other -> noSuchAct();
      case Act.Withdrawal other -> noSuchAct();
      case Act.Scores other -> noSuchAct();
      case Act.Opening other -> noSuchAct();
    };
  }

  private Outcome judge(PlacedAct placed, Act.Bid bid) {
    return inTime(placed.at(), terms.opensAt())
        .or(() -> notAmongThem(placed.hand()))
        .or(() -> fault(placed.hand(), bid.price()))
        .map(this::refused)
        .orElseGet(() -> accepted(new Lead(placed.hand(), bid.price(), placed.at())));
  }

  private Optional<Refused> inTime(Instant at, Instant from) {
    if (at.isBefore(from)) {
      return refusal(NOT_OPEN_YET, "it is taken from " + from);
    }
    return at.isBefore(endsAt)
        ? Optional.empty()
        : refusal(TOO_LATE, "bidding was to close at " + endsAt);
  }

  private Optional<Refused> notAmongThem(String paddle) {
    return phase == Phase.TIMED && !joined.contains(paddle)
        ? refusal(NOT_JOINED, "paddle %s has not joined the timed bidding".formatted(paddle))
        : Optional.empty();
  }

  private Optional<Refused> fault(String paddle, Money price) {
    return bids.isLedBy(paddle)
        ? refusal(ALREADY_LEADING, "paddle %s leads already".formatted(paddle))
        : PriceGrid.fault(terms, price, PriceGrid.priceMin(terms, bids.leading(), paddle));
  }

  private Outcome accepted(Lead lead) {
    boolean isTimed = phase == Phase.TIMED;
    ListingThenTimed next =
        new ListingThenTimed(
            terms,
            how,
            phase,
            bids.ledBy(lead),
            floor,
            joined,
            isTimed ? extensions + 1 : extensions,
            isTimed ? lead.placedAt().plus(how.quietTime()) : endsAt);
    Accepted answer = new Accepted(next.bids.seq(), lead.price(), lead.placedAt(), next.endsAt);
    return new Outcome(next, answer, List.of());
  }

  private Outcome join(PlacedAct placed) {
    Optional<Refused> hasNotBid =
        bids.paddles().contains(placed.hand())
            ? Optional.empty()
            : refusal(NOT_JOINED, "only who has bid in the listing window is asked");
    return inTime(placed.at(), terms.opensAt())
        .or(() -> hasNotBid)
        .map(this::refused)
        .orElseGet(() -> Outcome.noted(joinedBy(placed.hand()), placed.at()));
  }

  private ListingThenTimed joinedBy(String paddle) {
    Set<String> all =
        Stream.concat(joined.stream(), Stream.of(paddle)).collect(Collectors.toUnmodifiableSet());
    return new ListingThenTimed(terms, how, phase, bids, floor, all, extensions, endsAt);
  }

  private Outcome judge(PlacedAct placed, Act.Floor secret) {
    Instant from = later(terms.opensAt(), terms.closesAt().minus(how.floorTime()));
    return inTime(placed.at(), from)
        .or(() -> PriceGrid.outOfRange(terms, secret.price()))
        .map(this::refused)
        .orElseGet(() -> Outcome.noted(withFloor(secret.price()), placed.at()));
  }

  private ListingThenTimed withFloor(Money price) {
    return new ListingThenTimed(
        terms, how, phase, bids, Optional.of(price), joined, extensions, endsAt);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Outcome noSuchAct() {
    return Outcome.refused(
        this, WRONG_ACT, "this auction takes bids, then who bid may join, then who joined may bid");
  }

  private Outcome refused(Refused refusal) {
    return new Outcome(this, refusal, List.of());
  }

  private static Optional<Refused> refusal(BidRefusal reason, String detail) {
    return Optional.of(new Refused(reason, detail));
  }
}
