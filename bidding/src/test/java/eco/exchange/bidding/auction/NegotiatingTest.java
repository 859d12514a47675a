package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.MethodTerms;
import org.junit.jupiter.api.Test;

class NegotiatingTest {

  AuctionTable lot = new AuctionTable(new MethodTerms.Negotiated());

  @Test
  void the_price_is_the_higher_of_the_listing_price_and_the_bid() {
    lot.hears("09:00  1001  bids  0.01  accepted\n");
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("sold to 1001 50.00");
    lot = new AuctionTable(new MethodTerms.Negotiated());
    lot.hears("09:00  1001  bids  50.01  accepted\n");
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("sold to 1001 50.01");
  }

  @Test
  void a_later_bid_takes_the_place_of_the_former_and_never_lowers_it() {
    lot.hears(
        """
        08:59  1001    bids   60.00             NOT_OPEN_YET
        09:00  1001    bids   60.00             accepted
        09:01  1001    bids   59.99             TOO_LOW
        09:01  1001    bids   60.00             accepted
        09:02  1001    bids   0.00              BELOW_RESERVE
        09:02  1001    bids   -1.00             BELOW_RESERVE
        09:02  1001    bids   10000000000000.01  TOO_HIGH
        09:02  centre  bids   70.00             WRONG_ACT
        09:02  1001    joins  -                 WRONG_ACT
        10:00  1001    bids   70.00             TOO_LATE
        """);
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("sold to 1001 60.00");
  }

  @Test
  void where_one_has_bid_another_hears_that_an_agreement_is_for_one() {
    lot.hears(
        """
        09:00  1001  bids  60.00  accepted
        09:01  1002  bids  55.00  AGREEMENT_NOT_POSSIBLE
        09:02  1001  bids  70.00  accepted
        """);
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("sold to 1001 70.00");
    assertThat(lot.standing("10:00").seq()).isEqualTo(2);
  }

  @Test
  void without_a_bid_there_is_no_agreement() {
    lot.rings("10:00");
    assertThat(lot.ending()).isEqualTo("NO_BID");
  }
}
