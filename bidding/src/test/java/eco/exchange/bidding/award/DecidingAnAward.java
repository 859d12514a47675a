package eco.exchange.bidding.award;

import static eco.exchange.bidding.desk.Hall.APPROVER;
import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.REVIEWER;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.event.AwardEvent.AwardApproved;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the closing to the approved award. Told once, and tried in memory and on PostgreSQL. */
public abstract class DecidingAnAward {

  final Hall hall;

  public DecidingAnAward(Stores stores) {
    hall = new Hall(stores);
  }

  @Test
  void a_lot_goes_from_the_application_to_the_approved_award() {
    hall.admits("安吉", "丽水", "德清");
    hall.opens();
    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("德清", "51.00"))).isEqualTo("TOO_LOW");
    hall.closes();

    AwardView award = await(hall.awards.award(LOT)).orElseThrow();
    assertThat(award.winner()).isEqualTo(party("丽水"));
    assertThat(award.price()).isEqualTo(Money.yuan("51.00"));
    // Closed on Saturday 28 March, and shown from Monday to Friday.
    assertThat(award.publicityEndsAt()).isEqualTo(Instant.parse("2026-04-03T16:00:00Z"));
    refused(hall.awards.approve(LOT, REVIEWER, APPROVER), BiddingRefusal.PUBLICITY_RUNNING);

    hall.clock.moveTo(award.publicityEndsAt());
    AwardView approved = done(hall.awards.approve(LOT, REVIEWER, APPROVER));
    assertThat(approved.state()).isEqualTo(AwardView.State.APPROVED);
    assertThat(done(hall.awards.approve(LOT, REVIEWER, APPROVER))).isEqualTo(approved);
    assertThat(hall.events())
        .hasSize(11)
        .endsWith(
            new LotAwarded(
                LOT,
                1,
                party("丽水"),
                hall.paddleOf("丽水"),
                Offer.of(Money.yuan("51.00")),
                Optional.of(party("安吉")),
                award.publicityEndsAt()),
            new AwardApproved(LOT, party("丽水"), Money.yuan("51.00")));
  }

  @Test
  void an_award_needs_four_eyes_and_none_of_the_winner() {
    hall.admits("安吉");
    hall.opens();
    hall.bids("安吉", "50.00");
    refused(hall.awards.approve(LOT, REVIEWER, APPROVER), BiddingRefusal.NO_SUCH_AWARD);
    hall.closes();

    refused(
        hall.awards.approve(LOT, actor("both", "安吉"), actor("both", "安吉")),
        BiddingRefusal.OWN_CASE,
        BiddingRefusal.SAME_EYES,
        BiddingRefusal.PUBLICITY_RUNNING);
    assertThat(hall.events(AwardApproved.class)).isEmpty();
  }

  @Test
  void a_refused_award_leaves_the_lot_unsold() {
    hall.admits("安吉");
    hall.opens();
    hall.bids("安吉", "50.00");
    hall.closes();
    refused(hall.awards.refuse(LOT, "", OFFICER), BiddingRefusal.OPINION_INVALID);
    AwardView refused = done(hall.awards.refuse(LOT, "异议成立", OFFICER));
    assertThat(done(hall.awards.refuse(LOT, "异议成立", OFFICER))).isEqualTo(refused);
    hall.clock.moveTo(refused.publicityEndsAt());

    refused(hall.awards.approve(LOT, REVIEWER, APPROVER), BiddingRefusal.AWARD_DECIDED);
    assertThat(hall.auction().unsold()).contains(UnsoldCause.AWARD_REFUSED);
    assertThat(hall.events(LotUnsold.class)).containsExactly(new LotUnsold(LOT, "AWARD_REFUSED"));
  }
}
