package eco.exchange.bidding.desk;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.await;
import static eco.exchange.bidding.desk.Hall.done;
import static eco.exchange.bidding.desk.Hall.party;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.bidding.record.AuctionRecords;
import eco.exchange.bidding.record.RecordChecker;
import eco.exchange.bidding.record.RecordReplay;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is agreed with one is not sold where two are admitted; and no price leaps unasked. */
abstract class AgreeingWithOne {

  private final Hall hall;

  AgreeingWithOne(Stores stores) {
    hall = new Hall(stores);
  }

  @Test
  void with_two_admitted_nothing_is_sold_by_agreement_although_only_one_bids() throws IOException {
    hall.terms = sold(new MethodTerms.Negotiated(), "10.00");
    hall.admits("丽水", "安吉");
    hall.opens();
    assertThat(worded(hall.bids("丽水", "60.00"))).isEqualTo("AGREEMENT_NOT_POSSIBLE");
    assertThat(worded(hall.bids("丽水", "60.00"))).isEqualTo("AGREEMENT_NOT_POSSIBLE");
    hall.closes();
    assertThat(hall.auction().unsold()).contains(UnsoldCause.COMPETITION_REQUIRED);
    assertThat(hall.events(LotAwarded.class)).isEmpty();
    RecordReplay replayed = replayed();
    assertThat(replayed.fault()).isEmpty();
    assertThat(replayed.ending()).contains(new Ending.Unsold(Ending.Cause.COMPETITION_REQUIRED));
  }

  private RecordReplay replayed() throws IOException {
    AuctionRecords records = new AuctionRecords(hall.stores.lots(), hall.stores.book());
    String lines = String.join("", await(done(records.record(LOT)).collect().asList()));
    return RecordChecker.check(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whoever_is_admitted_after_the_bid_ends_the_agreement() {
    hall.terms = sold(new MethodTerms.Negotiated(), "10.00");
    hall.schedule();
    for (String name : new String[] {"丽水", "安吉"}) {
      hall.applies(name);
      hall.qualifies(name);
    }
    done(hall.applications.admit(LOT, party("丽水")));
    hall.opens();
    assertThat(worded(hall.bids("丽水", "60.00", "first"))).isEqualTo("accepted");
    done(hall.applications.admit(LOT, party("安吉")));
    assertThat(worded(hall.bids("丽水", "70.00"))).isEqualTo("AGREEMENT_NOT_POSSIBLE");
    assertThat(worded(hall.bids("丽水", "60.00", "first"))).as("told again").isEqualTo("accepted");
    hall.closes();
    assertThat(hall.auction().unsold()).contains(UnsoldCause.COMPETITION_REQUIRED);
    assertThat(hall.events(LotAwarded.class)).isEmpty();
  }

  @Test
  void a_second_bidder_whose_deposit_was_taken_back_still_hinders_an_agreement() {
    hall.terms = sold(new MethodTerms.Negotiated(), "10.00");
    hall.admits("丽水", "安吉");
    done(hall.applications.suspend(LOT, party("安吉")));
    hall.opens();
    assertThat(worded(hall.bids("丽水", "60.00"))).isEqualTo("AGREEMENT_NOT_POSSIBLE");
  }

  @Test
  void the_only_bidder_agrees() {
    hall.terms = sold(new MethodTerms.Negotiated(), "10.00");
    hall.admits("丽水");
    hall.opens();
    assertThat(worded(hall.bids("丽水", "60.00"))).isEqualTo("accepted");
    assertThat(worded(hall.bids("丽水", "59.00"))).isEqualTo("TOO_LOW");
    hall.closes();
    assertThat(hall.events(LotAwarded.class)).hasSize(1);
  }

  @Test
  void a_price_of_more_than_three_times_the_last_is_confirmed_a_second_time() {
    hall.terms = sold(TERMS.how(), "10.00");
    hall.admits("丽水", "安吉");
    hall.opens();
    assertThat(worded(hall.bids("丽水", "151.00", "leap"))).isEqualTo("CONFIRMATION_REQUIRED");
    assertThat(hall.auction().seq()).as("nothing is recorded").isZero();
    assertThat(confirmed("丽水", "151.00", "leap")).isEqualTo("accepted");
    assertThat(confirmed("丽水", "151.00", "leap")).as("told again").isEqualTo("accepted");
    assertThat(worded(hall.bids("安吉", "453.00"))).as("three times").isEqualTo("accepted");
  }

  @Test
  void a_price_for_which_the_deposit_is_no_twentieth_does_not_leap_although_confirmed() {
    hall.terms = sold(TERMS.how(), "10.00");
    hall.admits("丽水");
    hall.opens();
    assertThat(confirmed("丽水", "201.00", "a")).isEqualTo("DEPOSIT_TOO_LOW");
    assertThat(confirmed("丽水", "200.00", "b")).isEqualTo("accepted");
    String ceiling =
        worded(
            await(
                hall.bidding.placeBid(
                    new PlaceBid(
                        LOT, party("丽水"), new Act.Ceiling(Money.yuan("601.00")), "c", true))));
    assertThat(ceiling).isEqualTo("DEPOSIT_TOO_LOW");
  }

  private String confirmed(String name, String price, String key) {
    return worded(
        await(
            hall.bidding.placeBid(
                new PlaceBid(LOT, party(name), new Act.Bid(Money.yuan(price)), key, true))));
  }

  private static LotTerms sold(MethodTerms how, String deposit) {
    return new LotTerms(
        TERMS.reserve(),
        TERMS.increment(),
        Money.yuan(deposit),
        TERMS.applicationsCloseAt(),
        TERMS.depositsDueAt(),
        TERMS.opensAt(),
        TERMS.closesAt(),
        how,
        TERMS.ruleEdition());
  }
}
