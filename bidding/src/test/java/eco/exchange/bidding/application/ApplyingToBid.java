package eco.exchange.bidding.application;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.PENGYANG;
import static eco.exchange.bidding.desk.Hall.REVIEWER;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.actor;
import static eco.exchange.bidding.desk.Hall.application;
import static eco.exchange.bidding.desk.Hall.applicationOf;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.bidding.application.ApplicationView.State;
import eco.exchange.bidding.desk.Hall;
import eco.exchange.bidding.desk.Stores;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.event.ApplicationEvent.BidderAdmitted;
import eco.exchange.event.ApplicationEvent.BidderApplied;
import eco.exchange.event.ApplicationEvent.BidderQualified;
import eco.exchange.event.ApplicationEvent.BidderRejected;
import eco.exchange.market.Page;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the disclosed terms to the paddle. Told once, and tried in memory and on PostgreSQL. */
public abstract class ApplyingToBid {

  final Hall hall;

  public ApplyingToBid(Stores stores) {
    hall = new Hall(stores);
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
    assertThat(await(hall.applications.application(applied.id()))).contains(applied);
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

    refused(hall.applications.apply(another, actor("安吉", "安吉")), BiddingRefusal.ALREADY_APPLIED);
    refused(hall.applications.apply(changed, actor("安吉", "安吉")), BiddingRefusal.ALREADY_APPLIED);
    refused(
        hall.applications.apply(application("安吉"), actor("丽水", "丽水")),
        BiddingRefusal.ALREADY_APPLIED);
  }

  @Test
  void every_fault_of_an_application_is_told_at_once() {
    refused(
        hall.applications.apply(application("安吉"), actor("安吉", "安吉")), BiddingRefusal.NO_SUCH_LOT);
    hall.schedule();
    hall.clock.moveTo(TERMS.applicationsCloseAt());
    Application bare = new Application(applicationOf("彭阳县水务局"), LOT, List.of());

    refused(
        hall.applications.apply(bare, actor("clerk", "彭阳县水务局")),
        BiddingRefusal.PAPERS_INVALID,
        BiddingRefusal.CONFLICT_OF_INTEREST,
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
          hall.applications.apply(
              new Application(applicationOf("安吉"), LOT, faulty), actor("安吉", "安吉")),
          BiddingRefusal.PAPERS_INVALID);
    }
  }

  @Test
  void a_decision_about_an_applicant_stands() {
    hall.schedule();
    hall.applies("安吉");
    hall.applies("丽水");
    ApplicationView qualified =
        done(hall.applications.qualify(applicationOf("安吉"), "符合", Optional.empty(), OFFICER));
    ApplicationView rejected = done(hall.applications.reject(applicationOf("丽水"), "资料不符", OFFICER));

    assertThat(qualified.state()).isEqualTo(State.QUALIFIED);
    assertThat(
            done(hall.applications.qualify(applicationOf("安吉"), "再次", Optional.empty(), REVIEWER)))
        .isEqualTo(qualified);
    refused(
        hall.applications.reject(applicationOf("安吉"), "改判", OFFICER),
        BiddingRefusal.ALREADY_DECIDED);
    refused(
        hall.applications.qualify(applicationOf("丽水"), "改判", Optional.empty(), OFFICER),
        BiddingRefusal.ALREADY_DECIDED);
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
        hall.applications.qualify(
            applicationOf("安吉"), " ", Optional.empty(), actor("officer", "安吉")),
        BiddingRefusal.OPINION_INVALID,
        BiddingRefusal.OWN_CASE);
    refused(
        hall.applications.qualify(applicationOf("nobody"), "符合", Optional.empty(), OFFICER),
        BiddingRefusal.NO_SUCH_APPLICATION);
  }

  @Test
  void only_a_qualified_bidder_is_admitted_and_once() {
    hall.schedule();
    hall.applies("安吉");
    refused(hall.applications.admit(LOT, party("安吉")), BiddingRefusal.NOT_QUALIFIED);
    refused(hall.applications.admit(LOT, party("nobody")), BiddingRefusal.NOT_QUALIFIED);
    done(hall.applications.qualify(applicationOf("安吉"), "符合", Optional.empty(), OFFICER));

    PaddleView paddle = done(hall.applications.admit(LOT, party("安吉")));

    assertThat(done(hall.applications.admit(LOT, party("安吉")))).isEqualTo(paddle);
    assertThat(await(hall.applications.paddleOf(LOT, party("安吉")))).contains(paddle);
    assertThat(await(hall.applications.paddleOf(LOT, party("丽水")))).isEmpty();
    assertThat(hall.events(BidderAdmitted.class))
        .containsExactly(new BidderAdmitted(LOT, party("安吉"), paddle.paddle()));
  }

  @Test
  void lists_of_applications_are_read_by_pages() {
    hall.schedule();
    for (int i = 0; i < 5; i++) {
      hall.applies("bidder " + i);
    }
    Page<ApplicationView> first = await(hall.applications.applications(LOT, Optional.empty(), 3));
    Page<ApplicationView> second = await(hall.applications.applications(LOT, first.after(), 3));

    assertThat(first.items()).extracting(ApplicationView::bidder).hasSize(3);
    assertThat(second.items())
        .extracting(ApplicationView::bidder)
        .containsExactly(party("bidder 3"), party("bidder 4"));
    assertThat(second.after()).isEmpty();
    assertThat(
            await(hall.applications.applicationsOf(party("bidder 3"), Optional.empty(), 3)).items())
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
        TERMS.how(),
        TERMS.ruleEdition());
  }
}
