package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.method.MethodTerms;
import eco.exchange.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TakingAFallingPriceTest {

  AuctionTable lot =
      new AuctionTable(
          new MethodTerms.Descending(
              Money.yuan("55.50"),
              Duration.ofMinutes(5),
              Duration.ofMinutes(10),
              Duration.ofMinutes(3)));

  @Test
  void the_price_falls_step_by_step_and_not_below_the_reserve() {
    assertThat(lot.standing("08:00").priceMin()).contains(Money.yuan("55.50"));
    assertThat(lot.standing("09:04").priceMin()).contains(Money.yuan("55.50"));
    assertThat(lot.standing("09:05").priceMin()).contains(Money.yuan("54.50"));
    assertThat(lot.standing("09:25").priceMin()).contains(Money.yuan("50.50"));
    assertThat(lot.standing("09:30").priceMin()).contains(Money.yuan("50.00"));
    assertThat(lot.standing("09:59").priceMin()).contains(Money.yuan("50.00"));
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("NO_BID");
  }

  @Test
  void the_taker_names_the_price_and_a_late_click_takes_no_other() {
    lot.hears(
        """
        08:59  1001    takes  55.50  NOT_OPEN_YET
        09:05  1001    takes  55.50  PRICE_MOVED
        09:05  1001    takes  53.50  PRICE_MOVED
        09:05  1001    takes  -1.00  PRICE_MOVED
        09:05  1001    bids   54.50  WRONG_ACT
        09:05  centre  takes  54.50  WRONG_ACT
        09:05  1001    seals  60.00  WRONG_ACT
        10:00  1001    takes  50.00  TOO_LATE
        09:05  1001    takes  54.50  accepted
        09:06  1002    takes  54.50  WRONG_ACT
        """);
    assertThat(lot.standing("09:06").leading().orElseThrow().paddle()).isEqualTo("1001");
  }

  @Test
  void without_sealed_offers_the_taker_has_the_lot_at_the_price_taken() {
    lot.hears(
        """
        09:05  1001    takes      54.50  accepted
        09:06  1002    seals      60.00  noted
        09:07  1002    withdraws  -      noted
        09:15  1002    seals      60.00  TOO_LATE
        09:15  centre  opens      -      TOO_LATE
        """);
    lot.rings("09:15");
    assertThat(lot.ending()).isEqualTo("sold to 1001 54.50");
  }

  @Test
  void the_others_seal_and_the_taker_does_not() {
    lot.hears(
        """
        09:05  1001    takes      54.50         accepted
        09:06  1001    seals      60.00         WRONG_ACT
        09:06  1001    withdraws  -             WRONG_ACT
        09:06  1002    seals      60.00         noted
        09:07  1003    replays    1002          ENVELOPE_REPLAYED
        09:08  centre  opens      -             NOT_SEALED_YET
        09:15  centre  opens      1002:missing  OPENING_INCOMPLETE
        """);
    assertThat(lot.standing("09:15").phase()).isEqualTo(Phase.SEALED);
    assertThat(lot.standing("09:15").seq()).isEqualTo(1);
  }

  @Test
  void the_taker_has_the_last_word_once() {
    lot.hears(
        """
        09:05  1001    takes  54.50  accepted
        09:06  1002    seals  60.05  noted
        09:07  1003    seals  58.00  noted
        09:20  centre  opens  -      noted
        09:21  1002    bids   70.00  WRONG_ACT
        09:21  1001    bids   49.00  BELOW_RESERVE
        09:21  1001    bids   61.04  TOO_LOW
        09:21  1001    bids   61.05  accepted
        09:22  1001    bids   62.00  ALREADY_LEADING
        09:23  1001    bids   62.00  TOO_LATE
        """);
    assertThat(lot.standing("09:22").seq()).isEqualTo(2);
    lot.rings("09:23");
    assertThat(lot.ending()).isEqualTo("sold to 1001 61.05, 1002 60.05, 1003 58.00");
  }

  @Test
  void a_taker_who_does_not_answer_leaves_the_lot_to_the_best_offer() {
    lot.hears(
        """
        09:05  1001    takes  54.50  accepted
        09:06  1002    seals  60.00  noted
        09:15  centre  opens  -      noted
        """);
    assertThat(lot.standing("09:16").phase()).isEqualTo(Phase.LAST_WORD);
    assertThat(lot.standing("09:16").priceMin()).contains(Money.yuan("61.00"));
    lot.rings("09:18");
    assertThat(lot.ending()).isEqualTo("sold to 1002 60.00, 1001 54.50");
  }

  @Test
  void an_offer_must_beat_the_price_taken_by_an_increment() {
    lot.hears(
        """
        09:05  1001    takes  54.50  accepted
        09:06  1002    seals  55.49  noted
        09:15  centre  opens  -      noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to 1001 54.50");
    assertThat(lot.rejected()).containsExactly("1002 INVALID");
  }

  @Test
  void who_has_the_better_right_of_priority_may_meet_the_price() {
    lot.hears(
        """
        09:05  P2-1    takes  54.50  accepted
        09:06  P1-2    seals  54.50  noted
        09:15  centre  opens  -      noted
        09:16  P2-1    bids   54.50  TOO_LOW
        09:16  P2-1    bids   55.50  accepted
        """);
    lot.rings("09:18");
    assertThat(lot.ending()).isEqualTo("sold to P2-1 55.50, P1-2 54.50");
  }

  @Test
  void a_taker_with_the_better_right_of_priority_may_meet_the_best_offer() {
    lot.hears(
        """
        09:05  P1-1    takes  54.50  accepted
        09:06  1002    seals  60.00  noted
        09:15  centre  opens  -      noted
        09:16  P1-1    bids   60.00  accepted
        """);
    lot.rings("09:18");
    assertThat(lot.ending()).isEqualTo("sold to P1-1 60.00, 1002 60.00");
  }
}
