package eco.exchange.bidding.award;

import static eco.exchange.bidding.lot.BiddingRefusal.AWARD_STANDS;
import static eco.exchange.bidding.lot.BiddingRefusal.CAUSE_UNFOUNDED;
import static eco.exchange.bidding.lot.BiddingRefusal.LAPSE_PROPOSED;
import static eco.exchange.bidding.lot.BiddingRefusal.NO_LAPSE_PROPOSED;
import static eco.exchange.bidding.lot.BiddingRefusal.OWN_CASE;
import static eco.exchange.bidding.lot.BiddingRefusal.PASSED_ON_OTHERWISE;
import static eco.exchange.bidding.lot.BiddingRefusal.SAME_EYES;
import static eco.exchange.bidding.lot.BiddingRefusal.SIGNING_RUNNING;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.award.AwardView.PassedOn;
import eco.exchange.bidding.award.AwardView.State;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.Opinion;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the lapse of an award: who may propose it, and what may come after; every reason
 * against it.
 */
final class LapseRules {

  private LapseRules() {}

  /**
   * A proposal as it is made.
   *
   * @param transferor who sells the lot
   * @param against what stands against the winner now, as the exchange knows it
   */
  record Proposal(
      LapseCause cause,
      String opinion,
      Actor proposer,
      PartyId transferor,
      List<Refusal> against,
      Instant at) {}

  static List<Refusal> againstProposing(
      AwardView award, Optional<LapseView> latest, Proposal proposal) {
    List<Refusal> reasons = new ArrayList<>();
    Opinion.fault(proposal.opinion()).ifPresent(reasons::add);
    if (!maySay(award, proposal)) {
      reasons.add(new Refusal(OWN_CASE, "a party may only say that it does not sign itself"));
    }
    standing(award).ifPresent(reasons::add);
    if (proposal.cause() == LapseCause.NOT_SIGNED
        && award.signBy().filter(end -> !proposal.at().isBefore(end)).isEmpty()) {
      String end = award.signBy().map(Instant::toString).orElse("a day not set yet");
      reasons.add(new Refusal(SIGNING_RUNNING, "the contract may be signed until " + end));
    }
    unfounded(proposal).ifPresent(reasons::add);
    latest
        .filter(LapseView::isOpen)
        .map(open -> new Refusal(LAPSE_PROPOSED, "it is to lapse already: " + open.cause()))
        .ifPresent(reasons::add);
    return reasons;
  }

  // A ban and an interest are facts in the registers: what is only said takes no award away.
  private static Optional<Refusal> unfounded(Proposal proposal) {
    Optional<BiddingRefusal> fact =
        switch (proposal.cause()) {
          case BANNED -> Optional.of(BiddingRefusal.BANNED);
          case CONFLICT_OF_INTEREST -> Optional.of(BiddingRefusal.CONFLICT_OF_INTEREST);
          case DECLINED, NOT_SIGNED, FALSE_PAPERS, TRANSFEROR_FAILED -> Optional.empty();
        };
    return fact.filter(
            named -> proposal.against().stream().noneMatch(known -> known.reason() == named))
        .map(
            named ->
                new Refusal(
                    CAUSE_UNFOUNDED, "by the registers nothing of it is so: " + proposal.cause()));
  }

  // Nobody accuses the other side here: what others did wrong is for the officers to find.
  private static boolean maySay(AwardView award, Proposal proposal) {
    PartyId party = proposal.proposer().party();
    if (party.equals(award.winner())) {
      return proposal.cause() == LapseCause.DECLINED;
    }
    return !party.equals(proposal.transferor()) || proposal.cause() == LapseCause.TRANSFEROR_FAILED;
  }

  static List<Refusal> againstDeciding(
      AwardView award, Optional<LapseView> latest, Actor confirmer) {
    List<Refusal> reasons = new ArrayList<>();
    if (AwardDecisions.isOwn(award, confirmer)) {
      reasons.add(new Refusal(OWN_CASE, "the winner may not decide about the own award"));
    }
    Optional<LapseView> open = latest.filter(LapseView::isOpen);
    if (open.filter(it -> it.proposedBy().equals(confirmer.account())).isPresent()) {
      reasons.add(new Refusal(SAME_EYES, "whoever proposed it may not confirm it"));
    }
    standing(award).ifPresent(reasons::add);
    if (open.isEmpty()) {
      reasons.add(new Refusal(NO_LAPSE_PROPOSED, "nothing is proposed that is not decided"));
    }
    return reasons;
  }

  static List<Refusal> againstPassingOn(AwardView award, PassedOn to, Actor officer) {
    List<Refusal> reasons = new ArrayList<>();
    if (AwardDecisions.isOwn(award, officer)
        || award.runnerUp().filter(officer.party()::equals).isPresent()) {
      reasons.add(new Refusal(OWN_CASE, "neither winner nor runner-up may decide about the lot"));
    }
    if (award.state() != State.LAPSED) {
      reasons.add(new Refusal(AWARD_STANDS, "the award is " + award.state()));
    }
    award
        .passedOn()
        .filter(gone -> gone != to)
        .ifPresent(gone -> reasons.add(new Refusal(PASSED_ON_OTHERWISE, "it went to " + gone)));
    return reasons;
  }

  private static Optional<Refusal> standing(AwardView award) {
    return switch (award.state()) {
      case PUBLISHED, APPROVED -> Optional.empty();
      case REFUSED, LAPSED -> Optional.of(AwardDecisions.stateFault(award));
    };
  }
}
