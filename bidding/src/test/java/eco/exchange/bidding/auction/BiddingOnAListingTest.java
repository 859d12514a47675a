package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.method.MethodTerms;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BiddingOnAListingTest {

  AuctionTable lot =
      new AuctionTable(
          new MethodTerms.ListingThenTimed(
              Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(30)));

  @Test
  void listing_bids_rise_from_the_reserve_and_the_closing_does_not_move() {
    lot.hears(
        """
        08:59  1001  bids     50.00  NOT_OPEN_YET
        09:00  1001  bids     49.00  BELOW_RESERVE
        09:00  1001  bids     50.50  OFF_GRID
        09:00  1001  bids     50.00  accepted
        09:01  1001  bids     51.00  ALREADY_LEADING
        09:01  1002  bids     50.00  TOO_LOW
        09:01  P1-3  bids     50.00  accepted
        09:59  1002  bids     51.00  accepted
        09:59  1002  ceiling  51.00  WRONG_ACT
        09:59  1002  joins    -      WRONG_ACT
        """);
    assertThat(lot.standing("09:59").endsAt()).isEqualTo(AuctionTable.at("10:00"));
    assertThat(lot.standing("09:59").seq()).isEqualTo(3);
  }

  @Test
  void if_nobody_joins_the_highest_listing_bid_stands() {
    lot.hears(
        """
        09:00  1001  bids   50.00  accepted
        09:01  1002  bids   51.00  accepted
        10:00  1001  bids   52.00  WRONG_ACT
        10:04  1003  joins  -      NOT_JOINED
        10:05  1001  joins  -      TOO_LATE
        """);
    lot.rings("10:05");
    assertThat(lot.ending()).isEqualTo("sold to 1002 51.00, 1001 50.00");
  }

  @Test
  void who_joined_bids_until_nobody_has_for_the_quiet_time() {
    lot.hears(
        """
        09:00  1001  bids   50.00  accepted
        09:01  1002  bids   51.00  accepted
        09:01  1003  bids   52.00  accepted
        10:00  1001  joins  -      noted
        10:01  1002  joins  -      noted
        10:01  1002  joins  -      noted
        10:02  1001  bids   53.00  WRONG_ACT
        10:05  1001  bids   52.00  TOO_LOW
        10:05  1003  bids   53.00  NOT_JOINED
        10:09  1001  bids   53.00  accepted
        10:13  1002  bids   54.00  accepted
        10:14  1002  joins  -      WRONG_ACT
        10:18  1001  bids   55.00  TOO_LATE
        """);
    assertThat(lot.standing("10:13").phase()).isEqualTo(Phase.TIMED);
    assertThat(lot.standing("10:13").extensions()).isEqualTo(2);
    lot.rings("10:17");
    assertThat(lot.auction.bellAt()).contains(AuctionTable.at("10:18"));
    lot.rings("10:18");
    assertThat(lot.ending()).isEqualTo("sold to 1002 54.00, 1001 53.00");
  }

  @Test
  void nothing_is_sold_below_the_floor_which_nobody_sees() {
    lot.hears("09:00  1001  bids  50.00  accepted\n");
    AuctionStanding before = lot.standing("09:45");
    lot.hears(
        """
        09:29  centre  floor  60.00  NOT_OPEN_YET
        09:30  1001    floor  60.00  WRONG_ACT
        09:30  centre  floor  49.00  BELOW_RESERVE
        09:30  centre  floor  10000000000001.00 TOO_HIGH
        09:30  centre  floor  60.00  noted
        09:31  centre  floor  50.50  noted
        10:00  centre  floor  50.00  WRONG_ACT
        """);
    assertThat(lot.standing("09:45")).isEqualTo(before);
    lot.rings("10:30");
    assertThat(lot.ending()).isEqualTo("BELOW_FLOOR");
    assertThat(lot.standing("10:30").leading()).isEmpty();
  }

  @Test
  void a_runner_up_below_the_floor_is_none() {
    lot.hears(
        """
        09:00  1001    bids   50.00  accepted
        09:00  1002    bids   51.00  accepted
        09:59  centre  floor  50.50  noted
        """);
    lot.rings("10:30");
    assertThat(lot.ending()).isEqualTo("sold to 1002 51.00");
  }

  @Test
  void without_listing_bids_there_is_nothing_to_join() {
    lot.hears(
        """
        10:01  1001    bids   50.00  TOO_LATE
        10:01  1001    joins  -      WRONG_ACT
        10:01  centre  floor  50.00  TOO_LATE
        """);
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("NO_BID");
  }
}
