package eco.exchange.bidding.award;

import static eco.exchange.bidding.award.LapseCause.DECLINED;
import static eco.exchange.bidding.award.LapseCause.FALSE_PAPERS;
import static eco.exchange.bidding.award.LapseCause.NOT_SIGNED;
import static eco.exchange.bidding.award.LapseCause.TRANSFEROR_FAILED;
import static eco.exchange.bidding.desk.Hall.APPROVER;
import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.REVIEWER;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.bidding.award.AwardView.PassedOn;
import eco.exchange.bidding.award.AwardView.State;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.event.AwardEvent.AwardLapsed;
import eco.exchange.event.AwardEvent.LapseProposed;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.market.PartyId;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A winner loses the award (R-POST-10). Told once, and tried in memory and on PostgreSQL. */
public abstract class LettingAnAwardLapse {

  final Hall hall;

  public LettingAnAwardLapse(Stores stores) {
    hall = new Hall(stores);
  }

  @Test
  void an_award_that_is_not_signed_in_time_lapses_by_four_eyes_and_goes_to_the_runner_up() {
    isWonBy("丽水", "安吉");
    AwardView approved = isApproved();
    // Approved on Friday 3 April after midnight; three working days, with Monday a holiday.
    Instant signBy = approved.signBy().orElseThrow();
    refused(propose(NOT_SIGNED), BiddingRefusal.SIGNING_RUNNING);
    hall.clock.moveTo(signBy);

    LapseView proposed = done(propose(NOT_SIGNED));
    assertThat(done(propose(NOT_SIGNED))).isEqualTo(proposed);
    refused(propose(FALSE_PAPERS), BiddingRefusal.LAPSE_PROPOSED);
    refused(hall.awards.signable(LOT, 1), BiddingRefusal.LAPSE_PROPOSED);
    refused(hall.awards.lapse(LOT, 1, OFFICER), BiddingRefusal.SAME_EYES);
    assertThat(done(hall.awards.mayLapse(LOT, 1, APPROVER))).isEqualTo(proposed);
    assertThat(hall.events(AwardLapsed.class)).isEmpty();

    LapseView confirmed = done(hall.awards.lapse(LOT, 1, APPROVER));
    assertThat(done(hall.awards.lapse(LOT, 1, APPROVER))).isEqualTo(confirmed);
    refused(hall.awards.signable(LOT, 1), BiddingRefusal.AWARD_LAPSED);
    AwardView next = done(hall.awards.awardRunnerUp(LOT, 1, OFFICER));
    assertThat(done(hall.awards.awardRunnerUp(LOT, 1, OFFICER))).isEqualTo(next);
    refused(hall.awards.giveUp(LOT, 1, OFFICER), BiddingRefusal.PASSED_ON_OTHERWISE);

    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.winner()).isEqualTo(party("安吉"));
    assertThat(next.offer()).isEqualTo(Offer.of(Money.yuan("50.00")));
    assertThat(next.runnerUp()).isEmpty();
    assertThat(await(hall.awards.award(LOT))).contains(next);
    assertThat(await(hall.awards.award(LOT, 1)).orElseThrow().passedOn())
        .contains(PassedOn.RUNNER_UP);
    assertThat(hall.events(LapseProposed.class))
        .containsExactly(new LapseProposed(LOT, 1, 1, "NOT_SIGNED", OFFICER.account()));
    assertThat(hall.events(AwardLapsed.class))
        .containsExactly(new AwardLapsed(LOT, 1, party("丽水"), "NOT_SIGNED", true));
    assertThat(hall.events(LotAwarded.class))
        .hasSize(2)
        .last()
        .extracting(told -> AwardView.published(told, next.awardedAt()))
        .isEqualTo(next);
    assertThat(hall.events(LotUnsold.class)).isEmpty();
  }

  @Test
  void the_runner_up_is_shown_approved_and_may_lose_the_award_as_well() {
    isWonBy("丽水", "安吉");
    lapses(1, FALSE_PAPERS);
    AwardView next = done(hall.awards.awardRunnerUp(LOT, 1, OFFICER));
    refused(hall.awards.approve(LOT, REVIEWER, APPROVER), BiddingRefusal.PUBLICITY_RUNNING);
    hall.clock.moveTo(next.publicityEndsAt());
    assertThat(done(hall.awards.approve(LOT, REVIEWER, APPROVER)).state())
        .isEqualTo(State.APPROVED);
    assertThat(done(hall.awards.signable(LOT, 2)).winner()).isEqualTo(party("安吉"));

    lapses(2, FALSE_PAPERS);
    refused(hall.awards.awardRunnerUp(LOT, 2, OFFICER), BiddingRefusal.NO_RUNNER_UP);
    AwardView given = done(hall.awards.giveUp(LOT, 2, OFFICER));
    assertThat(done(hall.awards.giveUp(LOT, 2, OFFICER))).isEqualTo(given);
    assertThat(hall.auction().unsold()).contains(UnsoldCause.AWARD_LAPSED);
    assertThat(hall.events(LotUnsold.class)).containsExactly(new LotUnsold(LOT, "AWARD_LAPSED"));
  }

  @Test
  void without_another_offer_the_lot_goes_to_nobody() {
    hall.admits("丽水", "安吉");
    hall.opens();
    hall.bids("丽水", "50.00");
    hall.closes();
    refused(
        hall.awards.awardRunnerUp(LOT, 1, OFFICER),
        BiddingRefusal.AWARD_STANDS,
        BiddingRefusal.NO_RUNNER_UP);
    refused(hall.awards.giveUp(LOT, 1, OFFICER), BiddingRefusal.AWARD_STANDS);
    lapses(1, FALSE_PAPERS);
    assertThat(hall.auction().unsold()).as("not decided yet").isEmpty();
    refused(hall.awards.awardRunnerUp(LOT, 1, OFFICER), BiddingRefusal.NO_RUNNER_UP);
    done(hall.awards.giveUp(LOT, 1, OFFICER));
    refused(
        hall.awards.awardRunnerUp(LOT, 1, OFFICER),
        BiddingRefusal.PASSED_ON_OTHERWISE,
        BiddingRefusal.NO_RUNNER_UP);
  }

  @Test
  void a_party_says_only_that_it_does_not_sign_itself() {
    isWonBy("丽水", "安吉");
    refused(
        hall.awards.proposeLapse(LOT, FALSE_PAPERS, "…", actor("丽水", "丽水")),
        BiddingRefusal.OWN_CASE);
    refused(
        hall.awards.proposeLapse(LOT, DECLINED, "…", actor("clerk", "彭阳县水务局")),
        BiddingRefusal.OWN_CASE);
    refused(hall.awards.proposeLapse(LOT, DECLINED, " ", OFFICER), BiddingRefusal.OPINION_INVALID);
    done(hall.awards.proposeLapse(LOT, DECLINED, "资金不足", actor("丽水", "丽水")));
    refused(hall.awards.lapse(LOT, 1, actor("colleague", "丽水")), BiddingRefusal.OWN_CASE);
    done(hall.awards.lapse(LOT, 1, OFFICER));
    assertThat(hall.events(AwardLapsed.class))
        .containsExactly(new AwardLapsed(LOT, 1, party("丽水"), "DECLINED", true));
    refused(hall.awards.awardRunnerUp(LOT, 1, actor("安吉", "安吉")), BiddingRefusal.OWN_CASE);
  }

  @Test
  void a_cause_that_the_registers_know_nothing_of_takes_no_award_away() {
    isWonBy("丽水", "安吉");
    refused(
        hall.awards.proposeLapse(LOT, LapseCause.BANNED, "听说被列入黑名单", OFFICER),
        BiddingRefusal.CAUSE_UNFOUNDED);
    refused(
        hall.awards.proposeLapse(LOT, LapseCause.CONFLICT_OF_INTEREST, "听说有关联", OFFICER),
        BiddingRefusal.CAUSE_UNFOUNDED);
    assertThat(hall.events(LapseProposed.class)).isEmpty();
  }

  @Test
  void a_transferor_who_fails_costs_the_winner_nothing() {
    isWonBy("丽水", "安吉");
    done(hall.awards.proposeLapse(LOT, TRANSFEROR_FAILED, "不再转让", actor("clerk", "彭阳县水务局")));
    done(hall.awards.lapse(LOT, 1, OFFICER));
    assertThat(hall.events(AwardLapsed.class))
        .containsExactly(new AwardLapsed(LOT, 1, party("丽水"), "TRANSFEROR_FAILED", false));
    assertThat(PENGYANG).isEqualTo(party("彭阳县水务局"));
  }

  @Test
  void a_proposal_that_is_dismissed_lets_the_contract_be_signed_and_may_be_made_anew() {
    isWonBy("丽水", "安吉");
    isApproved();
    done(propose(FALSE_PAPERS));
    LapseView dismissed = done(hall.awards.dismissLapse(LOT, 1, APPROVER));
    assertThat(done(hall.awards.dismissLapse(LOT, 1, APPROVER))).isEqualTo(dismissed);
    refused(hall.awards.lapse(LOT, 1, APPROVER), BiddingRefusal.NO_LAPSE_PROPOSED);
    done(hall.awards.signable(LOT, 1));
    assertThat(done(propose(FALSE_PAPERS)).number()).isEqualTo(2);
  }

  @Test
  void a_refused_award_does_not_lapse_and_a_lapsed_one_is_not_refused() {
    isWonBy("丽水", "安吉");
    refused(hall.awards.lapse(LOT, 1, APPROVER), BiddingRefusal.NO_LAPSE_PROPOSED);
    lapses(1, FALSE_PAPERS);
    refused(hall.awards.refuse(LOT, "异议成立", OFFICER), BiddingRefusal.AWARD_LAPSED);
    refused(propose(DECLINED), BiddingRefusal.AWARD_LAPSED);
    AwardView next = done(hall.awards.awardRunnerUp(LOT, 1, OFFICER));
    done(hall.awards.refuse(LOT, "异议成立", OFFICER));
    refused(propose(DECLINED), BiddingRefusal.AWARD_DECIDED);
    assertThat(next.attempt()).isEqualTo(2);
  }

  private void isWonBy(String winner, String runnerUp) {
    hall.admits(winner, runnerUp);
    hall.opens();
    hall.bids(runnerUp, "50.00");
    hall.bids(winner, "51.00");
    hall.closes();
    AwardView award = await(hall.awards.award(LOT)).orElseThrow();
    assertThat(award.winner()).isEqualTo(party(winner));
    assertThat(award.runnerUp()).isEqualTo(Optional.<PartyId>of(party(runnerUp)));
  }

  private AwardView isApproved() {
    hall.clock.moveTo(await(hall.awards.award(LOT)).orElseThrow().publicityEndsAt());
    return done(hall.awards.approve(LOT, REVIEWER, APPROVER));
  }

  private void lapses(int attempt, LapseCause cause) {
    done(propose(cause));
    done(hall.awards.lapse(LOT, attempt, APPROVER));
  }

  private Uni<Answer<LapseView>> propose(LapseCause cause) {
    return hall.awards.proposeLapse(LOT, cause, "逾期未签约", OFFICER);
  }
}
