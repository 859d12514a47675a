package eco.exchange.bidding.application;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.ApplicationRules.Ruling;
import eco.exchange.bidding.application.ApplicationView.State;
import eco.exchange.bidding.application.PartyCheck.Findings;
import eco.exchange.bidding.auction.Paddles;
import eco.exchange.bidding.ban.RestrictedAct;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.BidderAdmitted;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.BidderQualified;
import eco.exchange.event.MarketEvent.BidderRejected;
import eco.exchange.event.MarketEvent.BidderWithdrew;
import eco.exchange.market.Actor;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Brings a party from its application to its paddle.
 *
 * <p>Each act looks, judges and writes what it judged; if somebody else was faster, it looks again.
 */
public final class Applications {

  private final LotStore auctions;
  private final ApplicationStore applications;
  private final PartyCheck vetting;
  private final Clock clock;
  private final RandomGenerator random;

  public Applications(
      LotStore auctions,
      ApplicationStore applications,
      PartyCheck vetting,
      Clock clock,
      RandomGenerator random) {
    this.auctions = auctions;
    this.applications = applications;
    this.vetting = vetting;
    this.clock = clock;
    this.random = random;
  }

  public Uni<Answer<ApplicationView>> apply(Application application, Actor applicant) {
    return onLot(application.trade(), lot -> apply(lot, application, applicant));
  }

  private Uni<Answer<ApplicationView>> apply(Lot lot, Application application, Actor applicant) {
    return Uni.combine()
        .all()
        .unis(
            applications.earlier(application.id(), application.trade(), applicant.party()),
            vetting.of(application.trade(), applicant.party(), RestrictedAct.APPLY))
        .asTuple()
        .chain(
            known -> {
              Findings vetted = known.getItem2();
              ApplicationView fresh =
                  ApplicationView.received(application, applicant, vetted.code(), clock.instant());
              List<ApplicationView> earlier = known.getItem1();
              Optional<ApplicationView> same =
                  earlier.stream().filter(it -> it.isLike(fresh)).findAny();
              List<Refusal> reasons =
                  ApplicationRules.againstApplying(lot, fresh, vetted, !earlier.isEmpty());
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

  /** Decides an application, as qualified or rejected. */
  public Uni<Answer<ApplicationView>> decide(ApplicationId id, Ruling ruling) {
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

  /** Takes an application back, for its own party. */
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

  public Uni<Answer<PaddleView>> admit(TradeId trade, PartyId bidder) {
    return onLot(
        trade,
        lot ->
            lot.paddles().containsKey(bidder)
                ? applications.paddle(trade, bidder).chain(given -> given(given, trade, bidder))
                : applications
                    .applicationOf(trade, bidder)
                    .chain(application -> admit(lot, bidder, application)));
  }

  // A paddle that is gone by the time it is read was withdrawn meanwhile: the lot has moved on.
  private Uni<Answer<PaddleView>> given(
      Optional<PaddleView> paddle, TradeId trade, PartyId bidder) {
    return paddle.isPresent() ? done(paddle.get()) : admit(trade, bidder);
  }

  private Uni<Answer<PaddleView>> admit(
      Lot lot, PartyId bidder, Optional<ApplicationView> application) {
    return Uni.combine()
        .all()
        .unis(
            vetting.of(lot.trade(), bidder, RestrictedAct.BID), applications.standing(lot.trade()))
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
        .chain(won -> won ? done(given) : admit(lot.trade(), bidder));
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
    return auctions
        .lot(trade)
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
