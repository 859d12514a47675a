package eco.exchange.bidding.application;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.ApplicationRules.Ruling;
import eco.exchange.bidding.application.ApplicationView.State;
import eco.exchange.bidding.application.PartyCheck.Findings;
import eco.exchange.bidding.auction.Paddles;
import eco.exchange.bidding.ban.Bans;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.event.ApplicationEvent.BidderAdmitted;
import eco.exchange.event.ApplicationEvent.BidderApplied;
import eco.exchange.event.ApplicationEvent.BidderQualified;
import eco.exchange.event.ApplicationEvent.BidderRejected;
import eco.exchange.event.ApplicationEvent.BidderWithdrew;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Applications to bid, from the papers to the paddle.
 *
 * <p>A thing that was done before is answered as it was done, with no second effect; a refusal has
 * changed nothing. Who may call is the caller's to check; here it is checked that nobody acts in
 * the own case. Each act looks, judges and writes what it judged; if somebody else was faster, it
 * looks again.
 */
@ApplicationScoped
public class Applications {

  private final LotStore lots;
  private final ApplicationStore applications;
  private final PartyCheck check;
  private final AdmissionListener listener;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  Applications(
      LotStore lots,
      ApplicationStore applications,
      PartyRegister register,
      Bans bans,
      AdmissionListener listener,
      Clock clock) {
    this(lots, applications, new PartyCheck(register, bans), listener, clock, new SecureRandom());
  }

  Applications(
      LotStore lots,
      ApplicationStore applications,
      PartyCheck check,
      AdmissionListener listener,
      Clock clock,
      RandomGenerator random) {
    this.lots = lots;
    this.applications = applications;
    this.check = check;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Applies to bid, for the party of the actor (R-QUA-1).
   *
   * @return the application, or NO_SUCH_LOT, or every reason of PAPERS_INVALID, RELATED_INVALID,
   *     BANNED, CONFLICT_OF_INTEREST, ALREADY_APPLIED, APPLICATIONS_CLOSED
   */
  public Uni<Answer<ApplicationView>> apply(Application application, Actor applicant) {
    return onLot(application.trade(), lot -> apply(lot, application, applicant));
  }

  private Uni<Answer<ApplicationView>> apply(Lot lot, Application application, Actor applicant) {
    return Uni.combine()
        .all()
        .unis(
            applications.earlier(application.id(), application.trade(), applicant.party()),
            check.of(application.trade(), applicant.party(), RestrictedAct.APPLY))
        .asTuple()
        .chain(
            known -> {
              Findings findings = known.getItem2();
              ApplicationView fresh =
                  ApplicationView.received(
                      application, applicant, findings.code(), clock.instant());
              List<ApplicationView> earlier = known.getItem1();
              Optional<ApplicationView> same =
                  earlier.stream().filter(it -> it.isLike(fresh)).findAny();
              List<Refusal> reasons =
                  ApplicationRules.againstApplying(lot, fresh, findings, !earlier.isEmpty());
              if (same.isPresent() || !reasons.isEmpty()) {
                return settled(same, reasons);
              }
              return applications
                  .add(fresh, lot, applied(fresh))
                  .chain(won -> won ? done(fresh) : apply(application, applicant));
            });
  }

  private static BidderApplied applied(ApplicationView fresh) {
    return new BidderApplied(fresh.trade(), fresh.id(), fresh.bidder(), fresh.appliedBy());
  }

  /**
   * Finds that an applicant meets the published conditions (R-QUA-2).
   *
   * @param rank the rank of the right of priority, if one was claimed and is confirmed
   * @return the application, or NO_SUCH_APPLICATION, or every reason of OPINION_INVALID,
   *     RANK_INVALID, CONFLICT_OF_INTEREST, OWN_CASE, APPLICATION_WITHDRAWN, ALREADY_DECIDED,
   *     LOT_CLOSED
   */
  public Uni<Answer<ApplicationView>> qualify(
      ApplicationId id, String opinion, Optional<Integer> rank, Actor officer) {
    return decide(id, new Ruling(State.QUALIFIED, opinion, rank, officer));
  }

  /** Finds that an applicant does not meet the published conditions; refused as qualifying is. */
  public Uni<Answer<ApplicationView>> reject(ApplicationId id, String opinion, Actor officer) {
    return decide(id, new Ruling(State.REJECTED, opinion, Optional.empty(), officer));
  }

  private Uni<Answer<ApplicationView>> decide(ApplicationId id, Ruling ruling) {
    return onApplication(
        id,
        (lot, application) ->
            applications
                .standing(lot.trade())
                .chain(others -> decide(lot, application, ruling, others)));
  }

  private Uni<Answer<ApplicationView>> decide(
      Lot lot, ApplicationView application, Ruling ruling, List<ApplicationView> others) {
    List<Refusal> reasons = ApplicationRules.againstDeciding(application, ruling, lot, others);
    if (application.state() == ruling.state()) {
      return done(application);
    }
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    ApplicationView decided =
        application.decided(
            ruling.state(),
            ruling.opinion(),
            ruling.rank(),
            ruling.officer().account(),
            clock.instant());
    return applications
        .decide(decided, told(decided, lot.auction().terms()))
        .chain(won -> won ? done(decided) : decide(decided.id(), ruling));
  }

  /**
   * Takes an application back for good, while applications are taken; its paddle goes with it.
   *
   * @return the application, or NO_SUCH_APPLICATION, or every reason of WITHDRAWAL_CLOSED,
   *     ALREADY_DECIDED
   */
  public Uni<Answer<ApplicationView>> withdraw(ApplicationId id, Actor applicant) {
    return onApplication(
        id,
        (lot, application) ->
            application.bidder().equals(applicant.party())
                ? withdraw(lot, application, applicant)
                : answered(unknown(id)));
  }

  private Uni<Answer<ApplicationView>> withdraw(
      Lot lot, ApplicationView application, Actor applicant) {
    if (application.state() == State.WITHDRAWN) {
      return done(application);
    }
    Instant now = clock.instant();
    List<Refusal> reasons = ApplicationRules.againstWithdrawing(lot, application, now);
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    ApplicationView withdrawn = application.withdrawn(now);
    BidderWithdrew event =
        new BidderWithdrew(withdrawn.trade(), withdrawn.id(), withdrawn.bidder());
    return applications
        .withdraw(withdrawn, lot, event)
        .chain(won -> withdraw(withdrawn.id(), applicant));
  }

  private static MarketEvent told(ApplicationView it, LotTerms terms) {
    return it.state() == State.QUALIFIED
        ? new BidderQualified(
            it.trade(), it.id(), it.bidder(), terms.deposit(), terms.depositsDueAt())
        : new BidderRejected(it.trade(), it.id(), it.bidder(), it.opinion().orElseThrow());
  }

  /**
   * Admits a qualified bidder whose deposit is held, under a random paddle, which shows a right of
   * priority that was confirmed. The bidder may bid at once on this node, on another 150 ms later.
   *
   * @return the paddle, or NO_SUCH_LOT, or every reason of BANNED, CONFLICT_OF_INTEREST,
   *     APPLICATION_WITHDRAWN, NOT_QUALIFIED, LOT_CLOSED
   */
  public Uni<Answer<PaddleView>> admit(TradeId trade, PartyId bidder) {
    return givePaddle(trade, bidder).invoke(() -> listener.admitted(trade));
  }

  /**
   * Suspends a bidder whose deposit is not there any more: nothing is bid under the paddle until
   * the bidder is admitted anew. What was bid before stands; without its deposit it leads to no
   * contract.
   *
   * @return whether there was a paddle to suspend, or NO_SUCH_LOT
   */
  public Uni<Answer<Boolean>> suspend(TradeId trade, PartyId bidder) {
    return onLot(trade, lot -> suspend(lot, bidder, true)).invoke(() -> listener.admitted(trade));
  }

  private Uni<Answer<Boolean>> suspend(Lot lot, PartyId bidder, boolean isSuspended) {
    boolean isSo = lot.suspended().contains(bidder) == isSuspended;
    if (lot.isClosed() || isSo || !lot.paddles().containsKey(bidder)) {
      return done(!lot.isClosed() && lot.paddles().containsKey(bidder));
    }
    return applications
        .suspend(lot.trade(), bidder, isSuspended, lot.version())
        .chain(
            won ->
                won
                    ? done(true)
                    : onLot(lot.trade(), again -> suspend(again, bidder, isSuspended)));
  }

  private Uni<Answer<PaddleView>> givePaddle(TradeId trade, PartyId bidder) {
    return onLot(
        trade,
        lot ->
            lot.paddles().containsKey(bidder)
                ? suspend(lot, bidder, false)
                    .chain(
                        () ->
                            applications
                                .paddle(trade, bidder)
                                .chain(given -> given(given, trade, bidder)))
                : applications
                    .applicationOf(trade, bidder)
                    .chain(application -> admit(lot, bidder, application)));
  }

  // A paddle that is gone by the time it is read was withdrawn meanwhile: the lot has moved on.
  private Uni<Answer<PaddleView>> given(
      Optional<PaddleView> paddle, TradeId trade, PartyId bidder) {
    return paddle.isPresent() ? done(paddle.get()) : givePaddle(trade, bidder);
  }

  private Uni<Answer<PaddleView>> admit(
      Lot lot, PartyId bidder, Optional<ApplicationView> application) {
    return Uni.combine()
        .all()
        .unis(check.of(lot.trade(), bidder, RestrictedAct.BID), applications.standing(lot.trade()))
        .asTuple()
        .chain(
            known -> {
              List<Refusal> reasons =
                  ApplicationRules.againstAdmitting(
                      lot, application, known.getItem1(), known.getItem2());
              return reasons.isEmpty()
                  ? admit(lot, application.orElseThrow())
                  : answered(Answer.refused(reasons));
            });
  }

  private Uni<Answer<PaddleView>> admit(Lot lot, ApplicationView application) {
    String number = PaddleDraw.from(random, lot.paddles().values());
    String paddle =
        application.rank().map(rank -> Paddles.withPriority(number, rank)).orElse(number);
    PartyId bidder = application.bidder();
    PaddleView given = new PaddleView(lot.trade(), bidder, paddle, clock.instant());
    return applications
        .admit(given, lot.version(), new BidderAdmitted(lot.trade(), bidder, paddle))
        .chain(won -> won ? done(given) : givePaddle(lot.trade(), bidder));
  }

  /** A bidder's own paddle. */
  public Uni<Optional<PaddleView>> paddleOf(TradeId trade, PartyId bidder) {
    return applications.paddle(trade, bidder);
  }

  /** An application, for the applicant and the centre. */
  public Uni<Optional<ApplicationView>> application(ApplicationId id) {
    return applications.application(id);
  }

  /** The applications for a lot, for the centre, in the order in which they came. */
  public Uni<Page<ApplicationView>> applications(TradeId trade, Optional<String> after, int limit) {
    return applications.ofTrade(trade, after, pageSize(limit));
  }

  /** The applicants for a lot that belong together by what they have declared, for the centre. */
  public Uni<List<RelationView>> relations(TradeId trade) {
    return applications.standing(trade).map(Conflicts::amongApplicants);
  }

  /** A party's own applications, in the order in which they came. */
  public Uni<Page<ApplicationView>> applicationsOf(
      PartyId bidder, Optional<String> after, int limit) {
    return applications.ofBidder(bidder, after, pageSize(limit));
  }

  private static int pageSize(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }

  // The application is read after the lot: if it changes meanwhile, the lot has moved on.
  private Uni<Answer<ApplicationView>> onApplication(
      ApplicationId id, BiFunction<Lot, ApplicationView, Uni<Answer<ApplicationView>>> act) {
    return applications
        .application(id)
        .chain(
            found ->
                found
                    .map(
                        known ->
                            onLot(
                                known.trade(),
                                lot ->
                                    applications
                                        .application(id)
                                        .map(Optional::orElseThrow)
                                        .chain(application -> act.apply(lot, application))))
                    .orElseGet(() -> answered(unknown(id))));
  }

  private static <T> Answer<T> unknown(ApplicationId id) {
    return Answer.refused(BiddingRefusal.NO_SUCH_APPLICATION, "no application " + id);
  }

  private <T> Uni<Answer<T>> onLot(TradeId trade, Function<Lot, Uni<Answer<T>>> act) {
    return lots.lot(trade)
        .chain(
            lot ->
                lot.map(act)
                    .orElseGet(
                        () ->
                            answered(
                                Answer.refused(
                                    BiddingRefusal.NO_SUCH_LOT, "there is no lot " + trade))));
  }

  private static <T> Uni<Answer<T>> settled(Optional<T> same, List<Refusal> reasons) {
    return same.map(Applications::done).orElseGet(() -> answered(Answer.refused(reasons)));
  }

  private static <T> Uni<Answer<T>> done(T value) {
    return answered(Answer.done(value));
  }

  private static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
