package eco.exchange.bidding;

import eco.exchange.bidding.ApplicationView.State;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.BidderAdmitted;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.BidderQualified;
import eco.exchange.event.MarketEvent.BidderRejected;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.LotTerms;
import eco.exchange.market.PartyId;
import eco.exchange.market.Refusal;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Brings a party from its application to its paddle.
 *
 * <p>Each act looks, judges and writes what it judged; if somebody else was faster, it looks again.
 */
final class Registrar {

  private final AuctionStore auctions;
  private final ApplicationStore applications;
  private final Clock clock;
  private final RandomGenerator random;

  Registrar(
      AuctionStore auctions, ApplicationStore applications, Clock clock, RandomGenerator random) {
    this.auctions = auctions;
    this.applications = applications;
    this.clock = clock;
    this.random = random;
  }

  Uni<Answer<ApplicationView>> apply(Application application, Actor applicant) {
    return onLot(application.trade(), lot -> apply(lot, application, applicant));
  }

  private Uni<Answer<ApplicationView>> apply(Lot lot, Application application, Actor applicant) {
    return applications
        .earlier(application.id(), application.trade(), applicant.party())
        .chain(
            earlier -> {
              ApplicationView fresh = fresh(application, applicant);
              Optional<ApplicationView> same =
                  earlier.stream().filter(it -> isSame(it, fresh)).findAny();
              List<Refusal> reasons =
                  ApplicationRules.againstApplying(
                      lot, application, fresh.bidder(), !earlier.isEmpty(), fresh.appliedAt());
              if (same.isPresent() || !reasons.isEmpty()) {
                return settled(same, reasons);
              }
              BidderApplied event =
                  new BidderApplied(fresh.trade(), fresh.id(), fresh.bidder(), fresh.appliedBy());
              return applications
                  .add(fresh, lot, event)
                  .chain(won -> won ? done(fresh) : apply(application, applicant));
            });
  }

  private ApplicationView fresh(Application application, Actor applicant) {
    return new ApplicationView(
        application.id(),
        application.trade(),
        applicant.party(),
        applicant.account(),
        application.papers(),
        clock.instant(),
        State.APPLIED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static boolean isSame(ApplicationView one, ApplicationView other) {
    return one.id().equals(other.id())
        && one.trade().equals(other.trade())
        && one.bidder().equals(other.bidder())
        && one.papers().equals(other.papers());
  }

  /** Decides an application, as qualified or rejected. */
  Uni<Answer<ApplicationView>> decide(
      ApplicationId id, State state, String opinion, Actor officer) {
    return applications
        .application(id)
        .chain(
            found ->
                found
                    .map(it -> onLot(it.trade(), lot -> decide(lot, it, state, opinion, officer)))
                    .orElseGet(
                        () ->
                            answered(
                                Answer.refused(
                                    BiddingRefusal.NO_SUCH_APPLICATION, "no application " + id))));
  }

  private Uni<Answer<ApplicationView>> decide(
      Lot lot, ApplicationView application, State state, String opinion, Actor officer) {
    List<Refusal> reasons = ApplicationRules.againstDeciding(application, opinion, officer, lot);
    if (application.state() == state) {
      return done(application);
    }
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    ApplicationView decided = decided(application, state, opinion, officer);
    return applications
        .decide(decided, told(decided, lot.auction().terms()))
        .chain(won -> won ? done(decided) : decide(decided.id(), state, opinion, officer));
  }

  private ApplicationView decided(
      ApplicationView application, State state, String opinion, Actor officer) {
    return new ApplicationView(
        application.id(),
        application.trade(),
        application.bidder(),
        application.appliedBy(),
        application.papers(),
        application.appliedAt(),
        state,
        Optional.of(opinion),
        Optional.of(officer.account()),
        Optional.of(clock.instant()));
  }

  private static MarketEvent told(ApplicationView it, LotTerms terms) {
    return it.state() == State.QUALIFIED
        ? new BidderQualified(
            it.trade(), it.id(), it.bidder(), terms.deposit(), terms.depositsDueAt())
        : new BidderRejected(it.trade(), it.id(), it.bidder(), it.opinion().orElseThrow());
  }

  Uni<Answer<PaddleView>> admit(TradeId trade, PartyId bidder) {
    return onLot(
        trade,
        lot ->
            lot.paddles().containsKey(bidder)
                ? applications.paddle(trade, bidder).map(it -> Answer.done(it.orElseThrow()))
                : applications
                    .applicationOf(trade, bidder)
                    .chain(application -> admit(lot, bidder, application)));
  }

  private Uni<Answer<PaddleView>> admit(
      Lot lot, PartyId bidder, Optional<ApplicationView> application) {
    List<Refusal> reasons = ApplicationRules.againstAdmitting(lot, application);
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    String drawn = PaddleDraw.from(random, lot.paddles().values());
    Instant now = clock.instant();
    PaddleView paddle = new PaddleView(lot.trade(), bidder, drawn, now);
    return applications
        .admit(paddle, lot.version(), new BidderAdmitted(lot.trade(), bidder, drawn))
        .chain(won -> won ? done(paddle) : admit(lot.trade(), bidder));
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
    return same.map(Registrar::done).orElseGet(() -> answered(Answer.refused(reasons)));
  }

  private static <T> Uni<Answer<T>> done(T value) {
    return answered(Answer.done(value));
  }

  private static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
