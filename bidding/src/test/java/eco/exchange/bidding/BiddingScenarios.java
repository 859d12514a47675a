package eco.exchange.bidding;

import static eco.exchange.bidding.Hall.APPROVER;
import static eco.exchange.bidding.Hall.LOT;
import static eco.exchange.bidding.Hall.OFFICER;
import static eco.exchange.bidding.Hall.PENGYANG;
import static eco.exchange.bidding.Hall.REVIEWER;
import static eco.exchange.bidding.Hall.TERMS;
import static eco.exchange.bidding.Hall.actor;
import static eco.exchange.bidding.Hall.application;
import static eco.exchange.bidding.Hall.applicationOf;
import static eco.exchange.bidding.Hall.await;
import static eco.exchange.bidding.Hall.done;
import static eco.exchange.bidding.Hall.party;
import static eco.exchange.bidding.Hall.refused;
import static eco.exchange.bidding.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.Application.Paper;
import eco.exchange.bidding.ApplicationView.State;
import eco.exchange.bidding.AuctionView.Unsold;
import eco.exchange.event.MarketEvent.AwardApproved;
import eco.exchange.event.MarketEvent.BidderAdmitted;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.BidderQualified;
import eco.exchange.event.MarketEvent.BidderRejected;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.LotUnsold;
import eco.exchange.market.LotTerms;
import eco.exchange.market.Page;
import eco.exchange.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What bidding promises, whatever it is kept in. */
abstract class BiddingScenarios {

  final Hall hall = new Hall(stores());

  abstract Stores stores();

  @Test
  void a_lot_goes_from_the_application_to_the_approved_award() {
    hall.admits("安吉", "丽水", "德清");
    hall.opens();
    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("德清", "51.00"))).isEqualTo("TOO_LOW");
    hall.closes();

    AwardView award = await(hall.bidding.award(LOT)).orElseThrow();
    assertThat(award.winner()).isEqualTo(party("丽水"));
    assertThat(award.price()).isEqualTo(Money.yuan("51.00"));
    // Closed on Saturday 28 March, and shown from Monday to Friday.
    assertThat(award.publicityEndsAt()).isEqualTo(Instant.parse("2026-04-03T16:00:00Z"));
    refused(hall.bidding.approveAward(LOT, REVIEWER, APPROVER), BiddingRefusal.PUBLICITY_RUNNING);

    hall.clock.moveTo(award.publicityEndsAt());
    AwardView approved = done(hall.bidding.approveAward(LOT, REVIEWER, APPROVER));
    assertThat(approved.state()).isEqualTo(AwardView.State.APPROVED);
    assertThat(done(hall.bidding.approveAward(LOT, REVIEWER, APPROVER))).isEqualTo(approved);
    assertThat(hall.events())
        .hasSize(11)
        .endsWith(
            new LotAwarded(
                LOT,
                party("丽水"),
                hall.paddleOf("丽水"),
                Money.yuan("51.00"),
                award.publicityEndsAt()),
            new AwardApproved(LOT, party("丽水"), Money.yuan("51.00")));
  }

  @Test
  void scheduling_twice_is_scheduling_once_and_never_with_other_terms() {
    hall.schedule();
    hall.schedule();
    assertThat(hall.auction().terms()).isEqualTo(TERMS);
    refused(hall.bidding.schedule(LOT, party("安吉"), TERMS), BiddingRefusal.ALREADY_SCHEDULED);
    refused(
        hall.bidding.schedule(LOT, PENGYANG, with(Money.yuan("49.00"), TERMS.opensAt())),
        BiddingRefusal.ALREADY_SCHEDULED);
  }

  @Test
  void terms_that_contradict_themselves_are_not_scheduled() {
    for (LotTerms faulty :
        List.of(
            with(Money.ZERO, TERMS.opensAt()),
            with(new Money(Long.MAX_VALUE), TERMS.opensAt()),
            with(TERMS.reserve(), TERMS.closesAt()),
            with(TERMS.reserve(), TERMS.depositsDueAt().minusSeconds(1)),
            with(TERMS.reserve(), TERMS.opensAt().plusNanos(1)))) {
      refused(hall.bidding.schedule(LOT, PENGYANG, faulty), BiddingRefusal.TERMS_INVALID);
    }
    assertThat(await(hall.bidding.auction(LOT))).isEmpty();
  }

  @Test
  void an_application_is_told_to_the_market_once() {
    hall.schedule();
    ApplicationView applied = hall.applies("安吉");

    assertThat(hall.applies("安吉")).isEqualTo(applied);
    assertThat(await(hall.bidding.application(applied.id()))).contains(applied);
    assertThat(hall.events())
        .containsExactly(
            new BidderApplied(LOT, applied.id(), party("安吉"), actor("安吉", "安吉").account()));
  }

  @Test
  void a_party_applies_once_for_a_lot_and_no_identity_serves_twice() {
    hall.schedule();
    hall.applies("安吉");
    Application another =
        new Application(applicationOf("another"), LOT, application("安吉").papers());
    Application changed =
        new Application(applicationOf("安吉"), LOT, List.of(new Paper("授权书.pdf", "0".repeat(64))));

    refused(hall.bidding.apply(another, actor("安吉", "安吉")), BiddingRefusal.ALREADY_APPLIED);
    refused(hall.bidding.apply(changed, actor("安吉", "安吉")), BiddingRefusal.ALREADY_APPLIED);
    refused(
        hall.bidding.apply(application("安吉"), actor("丽水", "丽水")), BiddingRefusal.ALREADY_APPLIED);
  }

  @Test
  void every_fault_of_an_application_is_told_at_once() {
    refused(hall.bidding.apply(application("安吉"), actor("安吉", "安吉")), BiddingRefusal.NO_SUCH_LOT);
    hall.schedule();
    hall.clock.moveTo(TERMS.applicationsCloseAt());
    Application bare = new Application(applicationOf("彭阳县水务局"), LOT, List.of());

    refused(
        hall.bidding.apply(bare, actor("clerk", "彭阳县水务局")),
        BiddingRefusal.PAPERS_INVALID,
        BiddingRefusal.OWN_LOT,
        BiddingRefusal.APPLICATIONS_CLOSED);
    assertThat(hall.events()).isEmpty();
  }

  @Test
  void papers_have_names_and_digests_and_are_not_too_many() {
    hall.schedule();
    Paper proper = new Paper("营业执照.pdf", "a".repeat(64));
    for (List<Paper> faulty :
        List.of(
            Collections.nCopies(21, proper),
            List.of(new Paper(" ", "a".repeat(64))),
            List.of(new Paper("x".repeat(201), "a".repeat(64))),
            List.of(proper, new Paper("b.pdf", "A".repeat(64))),
            List.of(proper, new Paper("b.pdf", "a".repeat(63))))) {
      refused(
          hall.bidding.apply(new Application(applicationOf("安吉"), LOT, faulty), actor("安吉", "安吉")),
          BiddingRefusal.PAPERS_INVALID);
    }
  }

  @Test
  void a_decision_about_an_applicant_stands() {
    hall.schedule();
    hall.applies("安吉");
    hall.applies("丽水");
    ApplicationView qualified = done(hall.bidding.qualify(applicationOf("安吉"), "符合", OFFICER));
    ApplicationView rejected = done(hall.bidding.reject(applicationOf("丽水"), "资料不符", OFFICER));

    assertThat(qualified.state()).isEqualTo(State.QUALIFIED);
    assertThat(done(hall.bidding.qualify(applicationOf("安吉"), "再次", REVIEWER)))
        .isEqualTo(qualified);
    refused(
        hall.bidding.reject(applicationOf("安吉"), "改判", OFFICER), BiddingRefusal.ALREADY_DECIDED);
    refused(
        hall.bidding.qualify(applicationOf("丽水"), "改判", OFFICER), BiddingRefusal.ALREADY_DECIDED);
    assertThat(hall.events())
        .endsWith(
            new BidderQualified(
                LOT, qualified.id(), party("安吉"), TERMS.deposit(), TERMS.depositsDueAt()),
            new BidderRejected(LOT, rejected.id(), party("丽水"), "资料不符"))
        .hasSize(4);
  }

  @Test
  void nobody_decides_the_own_application_or_without_an_opinion() {
    hall.schedule();
    hall.applies("安吉");

    refused(
        hall.bidding.qualify(applicationOf("安吉"), " ", actor("officer", "安吉")),
        BiddingRefusal.OPINION_INVALID,
        BiddingRefusal.OWN_CASE);
    refused(
        hall.bidding.qualify(applicationOf("nobody"), "符合", OFFICER),
        BiddingRefusal.NO_SUCH_APPLICATION);
  }

  @Test
  void only_a_qualified_bidder_is_admitted_and_once() {
    hall.schedule();
    hall.applies("安吉");
    refused(hall.bidding.admit(LOT, party("安吉")), BiddingRefusal.NOT_QUALIFIED);
    refused(hall.bidding.admit(LOT, party("nobody")), BiddingRefusal.NOT_QUALIFIED);
    done(hall.bidding.qualify(applicationOf("安吉"), "符合", OFFICER));

    PaddleView paddle = done(hall.bidding.admit(LOT, party("安吉")));

    assertThat(done(hall.bidding.admit(LOT, party("安吉")))).isEqualTo(paddle);
    assertThat(await(hall.bidding.bidderOf(LOT, party("安吉")))).contains(paddle);
    assertThat(await(hall.bidding.bidderOf(LOT, party("丽水")))).isEmpty();
    assertThat(hall.events(BidderAdmitted.class))
        .containsExactly(new BidderAdmitted(LOT, party("安吉"), paddle.paddle()));
  }

  @Test
  void a_bid_without_a_paddle_or_a_lot_or_a_key_is_refused() {
    assertThat(worded(hall.bids("安吉", "50.00"))).isEqualTo("NO_SUCH_LOT");
    hall.admits("安吉");
    hall.opens();

    assertThat(worded(hall.bids("丽水", "50.00"))).isEqualTo("NOT_ADMITTED");
    assertThat(worded(hall.bids("安吉", "50.00", ""))).isEqualTo("BAD_KEY");
    assertThat(worded(hall.bids("安吉", "50.00", "k".repeat(129)))).isEqualTo("BAD_KEY");
    assertThat(worded(hall.bids("安吉", "50.00", "键"))).isEqualTo("BAD_KEY");
    assertThat(hall.auction().seq()).isZero();
  }

  @Test
  void who_is_admitted_while_the_desk_is_at_work_may_bid_at_once() {
    hall.schedule();
    hall.applies("丽水");
    done(hall.bidding.qualify(applicationOf("丽水"), "符合", OFFICER));
    hall.opens();
    assertThat(worded(hall.bids("丽水", "50.00"))).isEqualTo("NOT_ADMITTED");
    done(hall.bidding.admit(LOT, party("丽水")));

    assertThat(worded(hall.bids("丽水", "50.00"))).isEqualTo("accepted");
  }

  @Test
  void the_same_key_is_answered_the_same_for_ever() {
    hall.admits("安吉", "丽水");
    BidAnswer early = hall.bids("安吉", "50.00", "early");
    hall.opens();
    BidAnswer first = hall.bids("安吉", "50.00", "one");
    BidAnswer low = hall.bids("丽水", "50.00", "one");
    hall.bids("丽水", "51.00", "two");

    assertThat(worded(early)).isEqualTo("NOT_OPEN_YET");
    assertThat(hall.bids("安吉", "50.00", "early")).isEqualTo(early);
    assertThat(hall.bids("安吉", "50.00", "one")).isEqualTo(first);
    assertThat(hall.bids("丽水", "50.00", "one")).isEqualTo(low);
    assertThat(worded(hall.bids("安吉", "52.00", "one"))).isEqualTo("KEY_REUSED");
    hall.closes();
    assertThat(hall.bids("安吉", "50.00", "one")).isEqualTo(first);
    assertThat(worded(hall.bids("安吉", "52.00", "one"))).isEqualTo("KEY_REUSED");
    assertThat(worded(hall.bids("安吉", "52.00", "late"))).isEqualTo("ALREADY_CLOSED");
    assertThat(hall.auction().seq()).isEqualTo(2);
  }

  @Test
  void a_late_bid_moves_the_closing_and_the_bell_waits_for_it() {
    hall.admits("安吉", "丽水");
    hall.clock.moveTo(TERMS.closesAt().minusSeconds(60));
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt());
    hall.rings();
    assertThat(hall.auction().state()).isEqualTo(AuctionView.State.OPEN);
    assertThat(hall.auction().closesAt()).isEqualTo(TERMS.closesAt().plusSeconds(240));
    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("accepted");
    assertThat(hall.auction().extensions()).isEqualTo(2);
    hall.closes();

    assertThat(hall.auction().closesAt()).isEqualTo(TERMS.closesAt().plusSeconds(300));
    assertThat(await(hall.bidding.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
  }

  @Test
  void a_bid_after_the_end_closes_the_lot_although_the_bell_has_not_rung() {
    hall.admits("安吉", "丽水");
    hall.opens();
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt());

    assertThat(worded(hall.bids("丽水", "51.00"))).isEqualTo("TOO_LATE");
    assertThat(worded(hall.bids("丽水", "52.00"))).isEqualTo("ALREADY_CLOSED");
    assertThat(hall.events(LotAwarded.class)).hasSize(1);
    hall.rings();
    assertThat(hall.events(LotAwarded.class)).hasSize(1);
  }

  @Test
  void a_lot_without_applicants_ends_with_the_applications() {
    hall.schedule();
    hall.rings();
    assertThat(hall.auction().state()).isEqualTo(AuctionView.State.SCHEDULED);
    hall.clock.moveTo(TERMS.applicationsCloseAt());
    hall.rings();
    hall.rings();

    assertThat(hall.auction().state()).isEqualTo(AuctionView.State.CLOSED);
    assertThat(hall.auction().unsold()).contains(Unsold.NO_APPLICANT);
    assertThat(hall.events()).containsExactly(new LotUnsold(LOT, "NO_APPLICANT"));
  }

  @Test
  void a_lot_without_bidders_or_without_bids_ends_with_the_bidding() {
    hall.schedule();
    hall.applies("安吉");
    hall.clock.moveTo(TERMS.closesAt().minusSeconds(1));
    hall.rings();
    assertThat(hall.auction().state()).isEqualTo(AuctionView.State.OPEN);
    hall.closes();

    assertThat(hall.auction().unsold()).contains(Unsold.NO_BIDDER);
    assertThat(hall.events()).endsWith(new LotUnsold(LOT, "NO_BIDDER"));
    refused(hall.bidding.qualify(applicationOf("安吉"), "符合", OFFICER), BiddingRefusal.LOT_CLOSED);
    refused(
        hall.bidding.admit(LOT, party("安吉")),
        BiddingRefusal.NOT_QUALIFIED,
        BiddingRefusal.LOT_CLOSED);
    assertThat(await(hall.bidding.award(LOT))).isEmpty();
  }

  @Test
  void a_lot_on_which_nobody_bid_says_so() {
    hall.admits("安吉");
    hall.closes();

    assertThat(hall.auction().unsold()).contains(Unsold.NO_BID);
    assertThat(hall.events()).endsWith(new LotUnsold(LOT, "NO_BID"));
  }

  @Test
  void an_overdue_closing_is_found_at_the_start() throws InterruptedException {
    hall.admits("安吉");
    hall.opens();
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt().plus(Duration.ofDays(3)));
    hall.bidding.start();
    long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (hall.events(LotAwarded.class).isEmpty() && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    hall.bidding.stop();

    AwardView award = await(hall.bidding.award(LOT)).orElseThrow();
    assertThat(award.awardedAt()).isEqualTo(TERMS.closesAt().plus(Duration.ofDays(3)));
    // Shown for five whole working days although it was late: 1 to 3 April, and 7 and 8 after 清明.
    assertThat(award.publicityEndsAt()).isEqualTo(Instant.parse("2026-04-08T16:00:00Z"));
  }

  @Test
  void an_award_needs_four_eyes_and_none_of_the_winner() {
    hall.admits("安吉");
    hall.opens();
    hall.bids("安吉", "50.00");
    refused(hall.bidding.approveAward(LOT, REVIEWER, APPROVER), BiddingRefusal.NO_SUCH_AWARD);
    hall.closes();

    refused(
        hall.bidding.approveAward(LOT, actor("both", "安吉"), actor("both", "安吉")),
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
    refused(hall.bidding.refuseAward(LOT, "", OFFICER), BiddingRefusal.OPINION_INVALID);
    AwardView refused = done(hall.bidding.refuseAward(LOT, "异议成立", OFFICER));
    assertThat(done(hall.bidding.refuseAward(LOT, "异议成立", OFFICER))).isEqualTo(refused);
    hall.clock.moveTo(refused.publicityEndsAt());

    refused(hall.bidding.approveAward(LOT, REVIEWER, APPROVER), BiddingRefusal.AWARD_DECIDED);
    assertThat(hall.auction().unsold()).contains(Unsold.AWARD_REFUSED);
    assertThat(hall.events(LotUnsold.class)).containsExactly(new LotUnsold(LOT, "AWARD_REFUSED"));
  }

  @Test
  void the_public_sees_paddles_and_no_names_and_can_replay_the_auction() {
    hall.admits("安吉", "丽水");
    hall.opens();
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt().minusSeconds(1));
    hall.bids("丽水", "55.00");
    hall.bids("安吉", "55.00");

    List<BidView> log = await(hall.bidding.bids(LOT, 0, 200));
    AuctionView auction = hall.auction();
    assertThat(log).extracting(BidView::seq).containsExactly(1L, 2L);
    assertThat(await(hall.bidding.bids(LOT, 1, 200))).isEqualTo(log.subList(1, 2));
    assertThat(auction.leadingPaddle()).contains(hall.paddleOf("丽水"));
    assertThat(auction.nextPriceMin()).contains(Money.yuan("56.00"));
    assertThat(log + auction.toString())
        .doesNotContain(party("安吉").toString(), party("丽水").toString(), "安吉", "丽水");
    Replay replay = Replay.of(auction.terms(), log);
    assertThat(replay.fault()).isEmpty();
    assertThat(replay.paddle()).isEqualTo(auction.leadingPaddle());
    assertThat(replay.closesAt()).isEqualTo(auction.closesAt());
  }

  @Test
  void lists_of_applications_are_read_by_pages() {
    hall.schedule();
    for (int i = 0; i < 5; i++) {
      hall.applies("bidder " + i);
    }
    Page<ApplicationView> first = await(hall.bidding.applications(LOT, Optional.empty(), 3));
    Page<ApplicationView> second = await(hall.bidding.applications(LOT, first.after(), 3));

    assertThat(first.items()).extracting(ApplicationView::bidder).hasSize(3);
    assertThat(second.items())
        .extracting(ApplicationView::bidder)
        .containsExactly(party("bidder 3"), party("bidder 4"));
    assertThat(second.after()).isEmpty();
    assertThat(await(hall.bidding.applicationsOf(party("bidder 3"), Optional.empty(), 3)).items())
        .extracting(ApplicationView::id)
        .containsExactly(applicationOf("bidder 3"));
  }

  private static LotTerms with(Money reserve, Instant opensAt) {
    return new LotTerms(
        reserve,
        TERMS.increment(),
        TERMS.deposit(),
        TERMS.applicationsCloseAt(),
        TERMS.depositsDueAt(),
        opensAt,
        TERMS.closesAt(),
        TERMS.quietTime(),
        TERMS.ruleEdition());
  }
}
