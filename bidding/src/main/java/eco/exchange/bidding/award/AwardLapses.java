package eco.exchange.bidding.award;

import static eco.exchange.bidding.award.AwardDecisions.answered;
import static eco.exchange.bidding.award.AwardDecisions.onAward;
import static eco.exchange.bidding.lot.BiddingRefusal.NO_RUNNER_UP;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.auction.Ending.Ranked;
import eco.exchange.bidding.award.AwardStore.PassingOn;
import eco.exchange.bidding.award.AwardView.PassedOn;
import eco.exchange.bidding.award.LapseRules.Proposal;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.event.AwardEvent.AwardLapsed;
import eco.exchange.event.AwardEvent.LapseProposed;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lapse of awards by four eyes, and passing their lots on (R-POST-10). */
final class AwardLapses {

  private final AwardStore awards;
  private final WinnerCheck winners;
  private final AwardDeadlines deadlines;
  private final Clock clock;

  AwardLapses(AwardStore awards, WinnerCheck winners, AwardDeadlines deadlines, Clock clock) {
    this.awards = awards;
    this.winners = winners;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  Uni<Answer<LapseView>> propose(TradeId trade, LapseCause cause, String opinion, Actor proposer) {
    return onAward(
        awards.award(trade),
        trade,
        award ->
            winners
                .lot(trade)
                .chain(
                    lot ->
                        winners
                            .reasonsAgainst(lot, award.winner())
                            .map(
                                against ->
                                    new Proposal(
                                        cause,
                                        opinion,
                                        proposer,
                                        lot.transferor(),
                                        against,
                                        clock.instant())))
                .chain(
                    proposal ->
                        awards
                            .lapse(trade, award.attempt())
                            .chain(latest -> propose(award, latest, proposal))));
  }

  private Uni<Answer<LapseView>> propose(
      AwardView award, Optional<LapseView> latest, Proposal proposal) {
    Optional<LapseView> same = latest.filter(it -> isSame(it, proposal));
    if (same.isPresent()) {
      return answered(Answer.done(same.get()));
    }
    List<Refusal> reasons = LapseRules.againstProposing(award, latest, proposal);
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    LapseView proposed = proposed(award, latest.map(LapseView::number).orElse(0) + 1, proposal);
    return awards
        .propose(proposed, told(proposed))
        .chain(
            won ->
                won
                    ? answered(Answer.done(proposed))
                    : propose(
                        award.trade(), proposal.cause(), proposal.opinion(), proposal.proposer()));
  }

  private static boolean isSame(LapseView known, Proposal proposal) {
    return known.state() != LapseView.State.DISMISSED
        && known.cause() == proposal.cause()
        && known.proposedBy().equals(proposal.proposer().account());
  }

  private static LapseView proposed(AwardView award, int number, Proposal proposal) {
    return new LapseView(
        award.trade(),
        award.attempt(),
        number,
        proposal.cause(),
        proposal.opinion(),
        proposal.proposer().account(),
        proposal.at(),
        LapseView.State.PROPOSED,
        Optional.empty(),
        Optional.empty());
  }

  private static LapseProposed told(LapseView it) {
    return new LapseProposed(
        it.trade(), it.attempt(), it.number(), it.cause().name(), it.proposedBy());
  }

  Uni<Answer<LapseView>> mayLapse(TradeId trade, int attempt, Actor confirmer) {
    return decide(trade, attempt, confirmer, LapseView.State.CONFIRMED, false);
  }

  Uni<Answer<LapseView>> confirm(TradeId trade, int attempt, Actor confirmer) {
    return decide(trade, attempt, confirmer, LapseView.State.CONFIRMED, true);
  }

  Uni<Answer<LapseView>> dismiss(TradeId trade, int attempt, Actor confirmer) {
    return decide(trade, attempt, confirmer, LapseView.State.DISMISSED, true);
  }

  private Uni<Answer<LapseView>> decide(
      TradeId trade, int attempt, Actor confirmer, LapseView.State state, boolean really) {
    return onAward(
        awards.award(trade, attempt),
        trade,
        award ->
            awards
                .lapse(trade, attempt)
                .chain(
                    latest -> {
                      Optional<LapseView> same = latest.filter(it -> it.state() == state);
                      List<Refusal> reasons = LapseRules.againstDeciding(award, latest, confirmer);
                      if (same.isPresent() || !reasons.isEmpty()) {
                        return answered(
                            same.map(Answer::done).orElseGet(() -> Answer.refused(reasons)));
                      }
                      LapseView decided =
                          latest.orElseThrow().decided(state, confirmer.account(), clock.instant());
                      return really
                          ? write(award, decided)
                              .chain(won -> decide(trade, attempt, confirmer, state, true))
                          : answered(Answer.done(latest.orElseThrow()));
                    }));
  }

  private Uni<Boolean> write(AwardView award, LapseView decided) {
    AwardLapsed event =
        new AwardLapsed(
            award.trade(),
            award.attempt(),
            award.winner(),
            decided.cause().name(),
            decided.cause().forfeits());
    return decided.state() == LapseView.State.CONFIRMED
        ? awards.lapse(decided, event)
        : awards.dismiss(decided);
  }

  Uni<Answer<AwardView>> awardRunnerUp(TradeId trade, int lapsed, Actor officer) {
    return onAward(
        awards.award(trade, lapsed),
        trade,
        award ->
            award.passedOn().filter(to -> to == PassedOn.RUNNER_UP).isPresent()
                ? awards.award(trade, lapsed + 1).map(next -> Answer.done(next.orElseThrow()))
                : winners.lot(trade).chain(lot -> awardRunnerUp(award, lot, officer)));
  }

  private Uni<Answer<AwardView>> awardRunnerUp(AwardView lapsed, Lot lot, Actor officer) {
    List<Refusal> reasons = LapseRules.againstPassingOn(lapsed, PassedOn.RUNNER_UP, officer);
    Optional<Ranked> place = lapsed.runnerUp().flatMap(party -> WinnerCheck.placeOf(party, lot));
    if (place.isEmpty()) {
      reasons.add(new Refusal(NO_RUNNER_UP, "nobody else has offered what could be accepted"));
      return answered(Answer.refused(reasons));
    }
    return winners
        .reasonsAgainst(lot, lapsed.runnerUp().orElseThrow())
        .chain(
            against -> {
              List<Refusal> all = new ArrayList<>(against);
              all.addAll(reasons);
              return all.isEmpty()
                  ? passOn(lapsed, lot, place.get(), officer)
                  : answered(Answer.refused(all));
            });
  }

  private Uni<Answer<AwardView>> passOn(AwardView lapsed, Lot lot, Ranked place, Actor officer) {
    Instant now = clock.instant();
    LotAwarded awarded =
        new LotAwarded(
            lapsed.trade(),
            lapsed.attempt() + 1,
            lapsed.runnerUp().orElseThrow(),
            place.paddle(),
            place.offer(),
            Optional.empty(),
            deadlines.publicityEndsAt(lot.auction().terms(), now));
    AwardView next = AwardView.published(awarded, now);
    PassingOn passing = new PassingOn(lapsed.passedOn(PassedOn.RUNNER_UP), Optional.of(next), now);
    return awards
        .passOn(passing, awarded)
        .chain(won -> awardRunnerUp(lapsed.trade(), lapsed.attempt(), officer));
  }

  Uni<Answer<AwardView>> giveUp(TradeId trade, int lapsed, Actor officer) {
    return onAward(awards.award(trade, lapsed), trade, award -> giveUp(award, officer));
  }

  private Uni<Answer<AwardView>> giveUp(AwardView award, Actor officer) {
    List<Refusal> reasons = LapseRules.againstPassingOn(award, PassedOn.NOBODY, officer);
    if (award.passedOn().filter(to -> to == PassedOn.NOBODY).isPresent()) {
      return answered(Answer.done(award));
    }
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    AwardView given = award.passedOn(PassedOn.NOBODY);
    return awards
        .passOn(
            new PassingOn(given, Optional.empty(), clock.instant()),
            new LotUnsold(award.trade(), UnsoldCause.AWARD_LAPSED.name()))
        .chain(won -> giveUp(award.trade(), award.attempt(), officer));
  }
}
