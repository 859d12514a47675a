package eco.exchange.bidding.auction;

import static eco.exchange.bidding.desk.Hall.LOT;
import static eco.exchange.bidding.desk.Hall.TERMS;
import static eco.exchange.bidding.desk.Hall.worded;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.calendar.Deadline;
import eco.exchange.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class PlacingABidTest {

  // The terms are free until 09:00 on the 28th, Beijing time; the tables tell that day's time.
  Auction auction = Auction.of(LOT, TERMS);

  @Test
  void a_bid_must_raise_the_leading_price_by_whole_increments() {
    hears(
        """
        08:00  Anji    49.00  BELOW_RESERVE
        08:00  Anji    50.50  OFF_GRID
        08:00  Anji    50.00  accepted
        08:01  Lishui  50.00  TOO_LOW
        08:01  Lishui  50.99  OFF_GRID
        08:01  Lishui  51.00  accepted
        08:02  Anji    57.00  accepted
        """);
  }

  @Test
  void the_leader_does_not_outbid_himself() {
    hears(
        """
        08:00  Anji    50.00  accepted
        08:01  Anji    52.00  ALREADY_LEADING
        08:01  Anji    12.00  ALREADY_LEADING
        08:02  Lishui  51.00  accepted
        08:03  Anji    52.00  accepted
        """);
  }

  @Test
  void a_late_bid_keeps_the_auction_open_for_five_quiet_minutes() {
    hears(
        """
        08:55  Anji    50.00  accepted
        """);
    assertThat(closing()).isEqualTo(at("09:00"));
    hears(
        """
        08:58  Lishui  51.00  accepted
        """);
    assertThat(closing()).isEqualTo(at("09:03"));
    hears(
        """
        09:02  Anji    52.00  accepted
        09:07  Lishui  53.00  TOO_LATE
        09:06  Lishui  53.00  accepted
        """);
    assertThat(closing()).isEqualTo(at("09:11"));
    assertThat(auction.standing(TERMS.closesAt()).extensions()).isEqualTo(3);
  }

  @Test
  void a_refused_bid_does_not_move_the_closing() {
    hears(
        """
        08:58  Anji    50.00  accepted
        09:02  Anji    51.00  ALREADY_LEADING
        09:02  Lishui  50.00  TOO_LOW
        09:02  Lishui  50.01  OFF_GRID
        """);
    assertThat(closing()).isEqualTo(at("09:03"));
  }

  @Test
  void bidding_opens_by_itself_at_its_time_and_not_earlier() {
    PlacedAct early = bid("Anji", "50.00", TERMS.opensAt().minusNanos(1));
    PlacedAct first = bid("Anji", "50.00", TERMS.opensAt());

    assertThat(worded(auction.judge(early).answer())).isEqualTo("NOT_OPEN_YET");
    assertThat(worded(auction.judge(first).answer())).isEqualTo("accepted");
  }

  @Test
  void the_closing_time_itself_is_too_late() {
    assertThat(worded(auction.judge(bid("Anji", "50.00", TERMS.closesAt())).answer()))
        .isEqualTo("TOO_LATE");
    assertThat(worded(auction.judge(bid("Anji", "50.00", TERMS.closesAt().minusNanos(1))).answer()))
        .isEqualTo("accepted");
  }

  @Test
  void a_closed_auction_takes_nothing() {
    auction = auction.ring(at("09:00"));
    hears(
        """
        08:59  Anji    50.00  ALREADY_CLOSED
        09:01  Anji    51.00  ALREADY_CLOSED
        """);
  }

  @Test
  void no_price_however_absurd_breaks_the_auction() {
    hears(
        """
        08:00  Anji    10000000000000.00     accepted
        08:01  Lishui  10000000000001.00     TOO_HIGH
        08:01  Lishui  92233720368547758.07  TOO_HIGH
        08:01  Lishui  -92233720368547758.08 BELOW_RESERVE
        08:01  Lishui  0.00                  BELOW_RESERVE
        08:01  Lishui  10000000000000.00     TOO_LOW
        """);
  }

  private void hears(String table) {
    for (String row : table.lines().toList()) {
      String[] words = row.trim().split(" +");
      Outcome outcome = auction.judge(bid(words[1], words[2], at(words[0])));
      assertThat(worded(outcome.answer())).as(row).isEqualTo(words[3]);
      auction = outcome.next();
    }
  }

  private Instant closing() {
    return auction.standing(TERMS.opensAt()).endsAt();
  }

  private static PlacedAct bid(String paddle, String price, Instant at) {
    return new PlacedAct(paddle, new Act.Bid(Money.yuan(price)), at);
  }

  private static Instant at(String time) {
    LocalDate day = LocalDate.of(2026, 3, 28);
    return day.atTime(LocalTime.parse(time)).atZone(Deadline.ZONE).toInstant();
  }
}
