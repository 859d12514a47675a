package eco.exchange.bidding.desk;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.OFFICER;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.applicationOf;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.refused;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.Commitments;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.bidding.record.AuctionRecords;
import eco.exchange.bidding.record.BidLogReplay;
import eco.exchange.bidding.record.RecordChecker;
import eco.exchange.bidding.record.RecordReplay;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.AwardEvent.LotUnsold;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the paddle to the closing. Told once, and tried in memory and on PostgreSQL. */
abstract class SellingALot {

  final Hall hall;

  SellingALot(Stores stores) {
    hall = new Hall(stores);
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
    done(hall.applications.qualify(applicationOf("丽水"), "符合", Optional.empty(), OFFICER));
    hall.opens();
    assertThat(worded(hall.bids("丽水", "50.00"))).isEqualTo("NOT_ADMITTED");
    done(hall.applications.admit(LOT, party("丽水")));

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
    assertThat(await(hall.awards.award(LOT)).orElseThrow().winner()).isEqualTo(party("丽水"));
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
    assertThat(hall.auction().unsold()).contains(UnsoldCause.NO_APPLICANT);
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

    assertThat(hall.auction().unsold()).contains(UnsoldCause.NO_BIDDER);
    assertThat(hall.events()).endsWith(new LotUnsold(LOT, "NO_BIDDER"));
    refused(
        hall.applications.qualify(applicationOf("安吉"), "符合", Optional.empty(), OFFICER),
        BiddingRefusal.LOT_CLOSED);
    refused(
        hall.applications.admit(LOT, party("安吉")),
        BiddingRefusal.NOT_QUALIFIED,
        BiddingRefusal.LOT_CLOSED);
    assertThat(await(hall.awards.award(LOT))).isEmpty();
  }

  @Test
  void a_lot_on_which_nobody_bid_says_so() {
    hall.admits("安吉");
    hall.closes();

    assertThat(hall.auction().unsold()).contains(UnsoldCause.NO_BID);
    assertThat(hall.events()).endsWith(new LotUnsold(LOT, "NO_BID"));
  }

  @Test
  void an_overdue_closing_is_found_at_the_start() throws InterruptedException {
    hall.admits("安吉");
    hall.opens();
    hall.bids("安吉", "50.00");
    hall.clock.moveTo(TERMS.closesAt().plus(Duration.ofDays(3)));
    hall.bidding.start();
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (hall.events(LotAwarded.class).isEmpty() && System.nanoTime() < patience) {
      Thread.onSpinWait();
    }
    hall.bidding.stop();

    AwardView award = await(hall.awards.award(LOT)).orElseThrow();
    assertThat(award.awardedAt()).isEqualTo(TERMS.closesAt().plus(Duration.ofDays(3)));
    // Shown for five whole working days although it was late: 1 to 3 April, and 7 and 8 after 清明.
    assertThat(award.publicityEndsAt()).isEqualTo(Instant.parse("2026-04-08T16:00:00Z"));
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
    BidLogReplay replay = BidLogReplay.of(LOT, auction.terms(), log);
    assertThat(replay.fault()).isEmpty();
    assertThat(replay.paddle()).isEqualTo(auction.leadingPaddle());
    assertThat(replay.closesAt()).isEqualTo(auction.closesAt());
  }

  @Test
  void a_taken_price_stands_in_the_log_and_the_record_of_the_lot_replays() throws IOException {
    hall.terms = descending();
    hall.admits("安吉", "丽水");
    hall.opens();
    Money start = Money.yuan("60.00");
    BidAnswer taken = acts("安吉", new Act.Taking(start), "take");
    Offer offer = Offer.of(Money.yuan("65.55"));
    String nonce = "0".repeat(32);
    String commitment = Commitments.of(LOT, hall.paddleOf("丽水"), offer, nonce);

    assertThat(worded(taken)).isEqualTo("accepted");
    assertThat(acts("安吉", new Act.Taking(start), "take")).isEqualTo(taken);
    assertThat(worded(acts("丽水", new Act.Sealing(commitment, "\0"), "nul")))
        .isEqualTo("ENVELOPE_INVALID");
    assertThat(worded(acts("丽水", new Act.Sealing(commitment, "secret"), "seal")))
        .isEqualTo("noted");
    hall.closes();
    Opened opened = new Opened(Optional.of(new Opened.Unsealed(offer, nonce)), Optional.empty());
    Act opening = new Act.Opening(Map.of(hall.paddleOf("丽水"), opened));
    assertThat(worded(await(hall.bidding.conduct(new CentreAct(LOT, opening, "open")))))
        .isEqualTo("noted");
    assertThat(worded(acts("安吉", new Act.Bid(Money.yuan("66.55")), "last"))).isEqualTo("accepted");
    hall.closes();

    assertThat(await(hall.awards.award(LOT)).orElseThrow().price()).isEqualTo(Money.yuan("66.55"));
    assertThat(await(hall.bidding.bids(LOT, 0, 9)))
        .extracting(BidView::price)
        .containsExactly(start, Money.yuan("66.55"));
    RecordReplay replay = RecordChecker.check(record());
    assertThat(replay.fault()).isEmpty();
    assertThat(replay.acts()).isEqualTo(4);
  }

  private BidAnswer acts(String name, Act act, String key) {
    return await(hall.bidding.placeBid(new PlaceBid(LOT, party(name), act, key)));
  }

  private InputStream record() {
    AuctionRecords records = new AuctionRecords(hall.stores.lots(), hall.stores.book());
    String lines = String.join("", await(done(records.record(LOT)).collect().asList()));
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static LotTerms descending() {
    Duration hour = Duration.ofHours(1);
    return new LotTerms(
        TERMS.reserve(),
        TERMS.increment(),
        TERMS.deposit(),
        TERMS.applicationsCloseAt(),
        TERMS.depositsDueAt(),
        TERMS.opensAt(),
        TERMS.closesAt(),
        new MethodTerms.Descending(Money.yuan("60.00"), hour, hour, hour),
        TERMS.ruleEdition());
  }
}
