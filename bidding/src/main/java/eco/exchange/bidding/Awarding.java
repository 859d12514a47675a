package eco.exchange.bidding;

import static eco.exchange.bidding.BiddingRefusal.AWARD_DECIDED;
import static eco.exchange.bidding.BiddingRefusal.NO_SUCH_AWARD;
import static eco.exchange.bidding.BiddingRefusal.OWN_CASE;
import static eco.exchange.bidding.BiddingRefusal.PUBLICITY_RUNNING;
import static eco.exchange.bidding.BiddingRefusal.SAME_EYES;

import eco.exchange.bidding.AuctionView.Unsold;
import eco.exchange.bidding.AwardStore.Decision;
import eco.exchange.bidding.AwardView.State;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.AwardApproved;
import eco.exchange.event.MarketEvent.LotUnsold;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.Refusal;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides awards: approval by four eyes after the publicity, or refusal. */
final class Awarding {

  private final AwardStore awards;
  private final Clock clock;

  Awarding(AwardStore awards, Clock clock) {
    this.awards = awards;
    this.clock = clock;
  }

  Uni<Answer<AwardView>> approve(TradeId trade, Actor reviewer, Actor approver) {
    return decide(
        trade,
        State.APPROVED,
        award -> againstApproving(award, reviewer, approver, clock.instant()),
        award ->
            new Decision(
                decided(award, State.APPROVED, Optional.empty()),
                Optional.of(reviewer.account()),
                approver.account(),
                clock.instant()));
  }

  Uni<Answer<AwardView>> refuse(TradeId trade, String opinion, Actor officer) {
    return decide(
        trade,
        State.REFUSED,
        award -> againstRefusing(award, opinion, officer),
        award ->
            new Decision(
                decided(award, State.REFUSED, Optional.of(opinion)),
                Optional.empty(),
                officer.account(),
                clock.instant()));
  }

  static List<Refusal> againstApproving(
      AwardView award, Actor reviewer, Actor approver, Instant now) {
    List<Refusal> reasons = new ArrayList<>();
    if (isOwn(award, reviewer) || isOwn(award, approver)) {
      reasons.add(new Refusal(OWN_CASE, "the winner may not decide the own award"));
    }
    if (reviewer.account().equals(approver.account())) {
      reasons.add(new Refusal(SAME_EYES, "whoever reviewed the award may not approve it"));
    }
    undecided(award).ifPresent(reasons::add);
    if (now.isBefore(award.publicityEndsAt())) {
      String end = "the award is shown until " + award.publicityEndsAt();
      reasons.add(new Refusal(PUBLICITY_RUNNING, end));
    }
    return reasons;
  }

  static List<Refusal> againstRefusing(AwardView award, String opinion, Actor officer) {
    List<Refusal> reasons = new ArrayList<>();
    ApplicationRules.opinionFault(opinion).ifPresent(reasons::add);
    if (isOwn(award, officer)) {
      reasons.add(new Refusal(OWN_CASE, "the winner may not decide the own award"));
    }
    undecided(award).ifPresent(reasons::add);
    return reasons;
  }

  private static boolean isOwn(AwardView award, Actor actor) {
    return award.winner().equals(actor.party());
  }

  private static Optional<Refusal> undecided(AwardView award) {
    return award.state() == State.PUBLISHED
        ? Optional.empty()
        : Optional.of(new Refusal(AWARD_DECIDED, "the award is " + award.state()));
  }

  private Uni<Answer<AwardView>> decide(
      TradeId trade,
      State state,
      Function<AwardView, List<Refusal>> against,
      Function<AwardView, Decision> decision) {
    return awards
        .award(trade)
        .chain(
            found -> {
              if (found.isEmpty()) {
                return answered(Answer.refused(NO_SUCH_AWARD, "there is no award of " + trade));
              }
              AwardView award = found.get();
              List<Refusal> reasons = against.apply(award);
              if (award.state() == state) {
                return answered(Answer.done(award));
              }
              if (!reasons.isEmpty()) {
                return answered(Answer.refused(reasons));
              }
              Decision decided = decision.apply(award);
              return awards
                  .decide(decided, told(decided.award()))
                  .chain(
                      won ->
                          won
                              ? answered(Answer.done(decided.award()))
                              : decide(trade, state, against, decision));
            });
  }

  private static MarketEvent told(AwardView award) {
    return award.state() == State.APPROVED
        ? new AwardApproved(award.trade(), award.winner(), award.price())
        : new LotUnsold(award.trade(), Unsold.AWARD_REFUSED.name());
  }

  private static AwardView decided(AwardView award, State state, Optional<String> opinion) {
    return new AwardView(
        award.trade(),
        award.attempt(),
        award.winner(),
        award.paddle(),
        award.offer(),
        award.runnerUp(),
        award.awardedAt(),
        award.publicityEndsAt(),
        state,
        opinion);
  }

  private static Uni<Answer<AwardView>> answered(Answer<AwardView> answer) {
    return Uni.createFrom().item(answer);
  }
}
