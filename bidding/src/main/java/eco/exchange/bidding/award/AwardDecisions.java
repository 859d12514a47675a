package eco.exchange.bidding.award;

import static eco.exchange.bidding.lot.BiddingRefusal.AWARD_DECIDED;
import static eco.exchange.bidding.lot.BiddingRefusal.AWARD_LAPSED;
import static eco.exchange.bidding.lot.BiddingRefusal.LAPSE_PROPOSED;
import static eco.exchange.bidding.lot.BiddingRefusal.NO_SUCH_AWARD;
import static eco.exchange.bidding.lot.BiddingRefusal.OWN_CASE;
import static eco.exchange.bidding.lot.BiddingRefusal.PUBLICITY_RUNNING;
import static eco.exchange.bidding.lot.BiddingRefusal.SAME_EYES;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.bidding.award.AwardStore.AwardReview;
import eco.exchange.bidding.award.AwardView.State;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.Opinion;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.event.AwardEvent.AwardApproved;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Approval of awards by four eyes after the publicity, or refusal. */
final class AwardDecisions {

  private final AwardStore awards;
  private final WinnerCheck winners;
  private final AwardDeadlines deadlines;
  private final Clock clock;

  AwardDecisions(AwardStore awards, WinnerCheck winners, AwardDeadlines deadlines, Clock clock) {
    this.awards = awards;
    this.winners = winners;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  Uni<Answer<AwardView>> approve(TradeId trade, Actor reviewer, Actor approver) {
    return onAward(awards.award(trade), trade, it -> approve(it, reviewer, approver));
  }

  private Uni<Answer<AwardView>> approve(AwardView award, Actor reviewer, Actor approver) {
    if (award.state() == State.APPROVED) {
      return answered(Answer.done(award));
    }
    return winners
        .lot(award.trade())
        .chain(
            lot ->
                hindrances(award, lot)
                    .chain(
                        hindrances -> {
                          Instant now = clock.instant();
                          List<Refusal> reasons = new ArrayList<>(hindrances);
                          reasons.addAll(againstApproving(award, reviewer, approver, now));
                          Instant signBy = deadlines.signBy(lot.auction().terms(), now);
                          return reasons.isEmpty()
                              ? approved(award.approved(signBy), reviewer, approver, now)
                              : answered(Answer.refused(reasons));
                        }));
  }

  private Uni<Answer<AwardView>> approved(
      AwardView approved, Actor reviewer, Actor approver, Instant now) {
    AwardReview decision =
        new AwardReview(approved, Optional.of(reviewer.account()), approver.account(), now);
    return awards
        .decide(decision, approvalOf(approved))
        .chain(
            won ->
                won
                    ? answered(Answer.done(approved))
                    : approve(approved.trade(), reviewer, approver));
  }

  private static AwardApproved approvalOf(AwardView award) {
    return new AwardApproved(award.trade(), award.winner(), award.price());
  }

  Uni<Answer<AwardView>> refuse(TradeId trade, String opinion, Actor officer) {
    return onAward(awards.award(trade), trade, it -> refuse(it, opinion, officer));
  }

  private Uni<Answer<AwardView>> refuse(AwardView award, String opinion, Actor officer) {
    List<Refusal> reasons = againstRefusing(award, opinion, officer);
    if (award.state() == State.REFUSED) {
      return answered(Answer.done(award));
    }
    if (!reasons.isEmpty()) {
      return answered(Answer.refused(reasons));
    }
    AwardView refused = award.refused(opinion);
    AwardReview decision =
        new AwardReview(refused, Optional.empty(), officer.account(), clock.instant());
    return awards
        .decide(decision, new LotUnsold(award.trade(), UnsoldCause.AWARD_REFUSED.name()))
        .chain(
            won -> won ? answered(Answer.done(refused)) : refuse(award.trade(), opinion, officer));
  }

  /** Whether the contract of an award may be signed now. */
  Uni<Answer<AwardView>> signable(TradeId trade, int attempt) {
    return onAward(
        awards.award(trade, attempt),
        trade,
        award ->
            winners
                .lot(trade)
                .chain(lot -> hindrances(award, lot))
                .map(
                    hindrances -> {
                      List<Refusal> reasons = new ArrayList<>(hindrances);
                      if (award.state() != State.APPROVED) {
                        reasons.add(stateFault(award));
                      }
                      return reasons.isEmpty() ? Answer.done(award) : Answer.refused(reasons);
                    }));
  }

  /** What stands between a winner and the contract: a ban, an interest, or a proposed lapse. */
  private Uni<List<Refusal>> hindrances(AwardView award, Lot lot) {
    return Uni.combine()
        .all()
        .unis(
            winners.reasonsAgainst(lot, award.winner()),
            awards.lapse(award.trade(), award.attempt()))
        .with(
            (against, lapse) -> {
              List<Refusal> reasons = new ArrayList<>(against);
              lapse
                  .filter(LapseView::isOpen)
                  .map(it -> new Refusal(LAPSE_PROPOSED, "it is to lapse: " + it.cause()))
                  .ifPresent(reasons::add);
              return reasons;
            });
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
    Opinion.fault(opinion).ifPresent(reasons::add);
    if (isOwn(award, officer)) {
      reasons.add(new Refusal(OWN_CASE, "the winner may not decide the own award"));
    }
    undecided(award).ifPresent(reasons::add);
    return reasons;
  }

  static boolean isOwn(AwardView award, Actor actor) {
    return award.winner().equals(actor.party());
  }

  private static Optional<Refusal> undecided(AwardView award) {
    return award.state() == State.PUBLISHED ? Optional.empty() : Optional.of(stateFault(award));
  }

  /** What is told to whoever finds an award in a state that does not fit. */
  static Refusal stateFault(AwardView award) {
    return new Refusal(
        award.state() == State.LAPSED ? AWARD_LAPSED : AWARD_DECIDED,
        "the award is " + award.state());
  }

  static <T> Uni<Answer<T>> onAward(
      Uni<Optional<AwardView>> asked, TradeId trade, Function<AwardView, Uni<Answer<T>>> act) {
    return asked.chain(
        found ->
            found
                .map(act)
                .orElseGet(
                    () -> answered(Answer.refused(NO_SUCH_AWARD, "no such award of " + trade))));
  }

  static <T> Uni<Answer<T>> answered(Answer<T> answer) {
    return Uni.createFrom().item(answer);
  }
}
