package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Act.Opened;
import eco.exchange.bidding.auction.Act.Opened.Unsealed;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningSealedOffersTest {

  static final Scoring SCORING =
      new Scoring(
          Percentage.parse("60"),
          List.of(
              new Criterion("水土保持方案", Percentage.parse("30")),
              new Criterion("村民受益", Percentage.parse("10"))));

  AuctionTable lot = new AuctionTable(new MethodTerms.SealedOneShot());

  @Test
  void the_highest_price_wins_then_the_right_of_priority_then_the_earlier() {
    lot.hears(
        """
        09:00  1001     seals  60.00  noted
        09:01  1002     seals  60.00  noted
        09:02  P2-1003  seals  60.00  noted
        09:03  P1-1004  seals  60.00  noted
        09:04  1005     seals  60.01  noted
        10:00  centre   opens  -      noted
        """);
    assertThat(lot.ending())
        .isEqualTo("sold to 1005 60.01, P1-1004 60.00, P2-1003 60.00, 1001 60.00, 1002 60.00");
  }

  @Test
  void an_opening_comes_after_the_deadline_and_names_each_offer_once() {
    lot.hears(
        """
        09:00  4711    seals  60.00         noted
        09:01  1002    seals  61.00         noted
        09:59  centre  opens  -             NOT_SEALED_YET
        10:00  centre  opens  1002:missing  OPENING_INCOMPLETE
        10:00  centre  opens  9999:broken   OPENING_INCOMPLETE
        10:00  centre  opens  -             noted
        10:01  centre  opens  -             ALREADY_CLOSED
        """);
  }

  @Test
  void what_cannot_be_opened_or_was_not_committed_to_counts_as_withdrawn() {
    lot.hears(
        """
        09:00  4711    seals  60.00        noted
        09:01  1002    seals  61.00        noted
        10:00  centre  opens  1002:broken  noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to 4711 60.00");
    assertThat(lot.rejected()).containsExactly("1002 UNOPENABLE");
    lot = new AuctionTable(new MethodTerms.SealedOneShot());
    lot.hears(
        """
        09:01  1002    seals  61.00       noted
        10:00  centre  opens  1002:other  noted
        """);
    assertThat(lot.ending()).isEqualTo("NO_VALID_OFFER");
    assertThat(lot.rejected()).containsExactly("1002 NOT_AS_COMMITTED");
  }

  @Test
  void an_offer_below_the_reserve_or_beyond_all_measure_is_not_ranked_and_no_grid_is_asked() {
    lot.hears(
        """
        09:00  1001    seals  49.99               noted
        09:01  1002    seals  50.01               noted
        09:01  1003    seals  10000000000000.01    noted
        09:01  1004    seals  -5.00               noted
        09:01  1005    seals  60.00+1.00+10       noted
        10:00  centre  opens  -                   noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to 1002 50.01");
    assertThat(lot.rejected())
        .containsExactly("1001 INVALID", "1003 INVALID", "1004 INVALID", "1005 INVALID");
  }

  @Test
  void nothing_that_stood_in_an_envelope_hinders_the_record() {
    Opened opened =
        new Opened(Optional.of(new Unsealed(AuctionTable.offer("60.00"), "\0")), Optional.empty());
    assertThat(opened.offer()).isEmpty();
    assertThat(opened.fault()).isPresent();
    assertThat(new Opened(Optional.empty(), Optional.of("a\0b".repeat(999))).fault())
        .hasValueSatisfying(fault -> assertThat(fault).hasSize(200).doesNotContain("\0"));
  }

  @Test
  void scores_are_entered_before_prices_are_seen_and_never_changed() {
    lot = new AuctionTable(new MethodTerms.Weighted(SCORING));
    lot.hears(
        """
        09:00  4711    seals   60.00                       noted
        09:01  1002    seals   50.00                       noted
        09:59  centre  scores  4711=8000,9000;1002=1,1     NOT_SEALED_YET
        10:00  centre  opens   -                           SCORES_MISSING
        10:00  centre  scores  4711=8000,9000              SCORES_INVALID
        10:00  centre  scores  4711=8000,9000;1002=1       SCORES_INVALID
        10:00  centre  scores  4711=8000,9000;1002=1,10001 SCORES_INVALID
        10:00  centre  scores  4711=8000,9000;1002=1,-1    SCORES_INVALID
        10:00  4711    scores  4711=8000,9000;1002=1,1     WRONG_ACT
        10:01  centre  scores  4711=5000,0;1002=9000,10000 noted
        10:02  centre  scores  4711=9000,0;1002=9000,10000 SCORES_FROZEN
        10:02  centre  scores  4711=9000,0                 SCORES_INVALID
        10:03  centre  opens   -                           noted
        """);
    // 1002 has 60 % of 50/60 * 100, and 30 % of 90, and 10 % of 100; 4711 60 + 15.
    assertThat(lot.ending()).isEqualTo("sold to 1002 50.00 (87.0000), 4711 60.00 (75.0000)");
  }

  @Test
  void of_equal_scores_the_higher_price_wins_and_a_third_is_not_rounded() {
    lot = new AuctionTable(new MethodTerms.Weighted(SCORING));
    lot.hears(
        """
        09:00  1001    seals   90.00                                       noted
        09:01  1002    seals   60.00                                       noted
        09:01  1003    seals   80.00                                       noted
        10:01  centre  scores  1001=0,0;1002=5000,5000;1003=0,0            noted
        10:03  centre  opens   -                                           noted
        """);
    // 1002 has 60 % of two thirds, and 20 points: 60 as 1001 has.
    assertThat(lot.ending())
        .isEqualTo("sold to 1001 90.00 (60.0000), 1002 60.00 (60.0000), 1003 80.00 (53.3333)");
  }

  @Test
  void a_tender_with_fewer_than_three_offers_opens_none() {
    lot = new AuctionTable(new MethodTerms.Tender(3, SCORING));
    lot.hears(
        """
        09:00  4711    seals   60.00                   noted
        09:01  1002    seals   50.00                   noted
        10:00  centre  scores  4711=5000,0;1002=1,1    TOO_LATE
        10:00  centre  opens   -                       TOO_LATE
        """);
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("TOO_FEW_OFFERS");
  }

  @Test
  void a_tender_has_at_most_three_candidates() {
    lot = new AuctionTable(new MethodTerms.Tender(3, SCORING));
    lot.hears(
        """
        09:00  1001    seals   60.00                               noted
        09:01  1002    seals   59.00                               noted
        09:02  1003    seals   58.00                               noted
        09:03  1004    seals   57.00                               noted
        10:00  centre  scores  1001=0,0;1002=0,0;1003=0,0;1004=0,0 noted
        10:00  centre  opens   -                                   noted
        """);
    assertThat(lot.ending())
        .isEqualTo("sold to 1001 60.00 (60.0000), 1002 59.00 (59.0000), 1003 58.00 (58.0000)");
  }

  @Test
  void rent_and_share_are_compared_by_present_value() {
    lot =
        new AuctionTable(
            new ShareOfRevenue(
                Percentage.parse("5"),
                Percentage.parse("60"),
                Money.yuan("1.00"),
                Percentage.parse("10"),
                List.of(Money.yuan("110.00"), Money.yuan("121.00"))));
    lot.hears(
        """
        09:00  1001    seals  50.00+11.00+5    noted
        09:01  1002    seals  50.00+1.00+15    noted
        09:02  1003    seals  50.00+1.00+4.99  noted
        09:03  1004    seals  50.00+0.99+50    noted
        09:04  1005    seals  51.00+20.00+50   noted
        09:05  1006    seals  50.00            noted
        09:06  1007    seals  50.00+1.00+60.01 noted
        10:00  centre  opens  -                noted
        """);
    // 11/1.1 + 11/1.21 + 5 % of 200 = 29.09; 1/1.1 + 1/1.21 + 15 % of 200 = 31.74.
    assertThat(lot.ending()).isEqualTo("sold to 1002 50.00 (31.74), 1001 50.00 (29.09)");
    assertThat(lot.rejected())
        .containsExactly(
            "1003 INVALID", "1004 INVALID", "1005 INVALID", "1006 INVALID", "1007 INVALID");
  }

  @Test
  void of_equal_present_values_the_right_of_priority_wins() {
    lot =
        new AuctionTable(
            new ShareOfRevenue(
                Percentage.parse("0"),
                Percentage.WHOLE,
                Money.ZERO,
                Percentage.parse("0"),
                List.of(Money.yuan("100.00"))));
    lot.hears(
        """
        09:00  1001     seals  50.00+10.00+0   noted
        09:01  P1-1002  seals  50.00+0.00+10   noted
        10:00  centre   opens  -               noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to P1-1002 50.00 (10.00), 1001 50.00 (10.00)");
  }
}
