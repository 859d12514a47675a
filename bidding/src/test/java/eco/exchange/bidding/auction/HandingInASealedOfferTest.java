package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.bidding.auction.AuctionStanding.Phase;
import eco.exchange.method.MethodTerms;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandingInASealedOfferTest {

  AuctionTable lot = new AuctionTable(new MethodTerms.SealedOneShot());

  @Test
  void an_offer_is_replaced_and_withdrawn_until_the_deadline() {
    lot.hears(
        """
        08:59  4711  seals      60.00  NOT_OPEN_YET
        08:59  4711  withdraws  -      NOT_OPEN_YET
        09:00  4711  withdraws  -      NOTHING_SEALED
        09:00  4711  seals      60.00  noted
        09:01  4711  seals      61.00  noted
        09:02  1002  seals      55.00  noted
        09:03  1002  withdraws  -      noted
        09:04  1002  withdraws  -      NOTHING_SEALED
        10:00  4711  seals      62.00  TOO_LATE
        10:00  4711  withdraws  -      TOO_LATE
        10:01  centre  opens    -      noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to 4711 61.00");
  }

  @Test
  void a_commitment_is_handed_in_once_whoever_hands_it_in() {
    lot.hears(
        """
        09:00  4711  seals      60.00  noted
        09:01  1002  replays    4711   ENVELOPE_REPLAYED
        09:01  4711  replays    4711   ENVELOPE_REPLAYED
        09:02  4711  misshapes  ABC    ENVELOPE_INVALID
        """);
  }

  @Test
  void an_envelope_is_ascii_and_not_too_large() {
    String commitment = "0".repeat(64);
    assertThat(new Act.Sealing(commitment, "x".repeat(16 * 1024)).isFit()).isTrue();
    assertThat(new Act.Sealing(commitment, "x".repeat(16 * 1024 + 1)).isFit()).isFalse();
    assertThat(new Act.Sealing(commitment, "").isFit()).isTrue();
    assertThat(new Act.Sealing(commitment, "信封").isFit()).isFalse();
    assertThat(new Act.Sealing(commitment, "\0").isFit()).isFalse();
  }

  @Test
  void price_before_time_allows_a_few_corrections_and_the_last_counts() {
    lot = new AuctionTable(new MethodTerms.PriceTime(2));
    lot.hears(
        """
        09:00  4711    seals      60.00  noted
        09:01  1002    seals      61.00  noted
        09:02  4711    seals      62.00  noted
        09:03  4711    withdraws  -      noted
        09:04  4711    seals      61.00  noted
        09:05  4711    seals      63.00  TOO_MANY_CORRECTIONS
        10:00  centre  opens      -      noted
        """);
    assertThat(lot.ending()).isEqualTo("sold to 1002 61.00, 4711 61.00");
  }

  @Test
  void while_offers_are_sealed_nobody_is_told_who_offered_or_how_many() {
    AuctionStanding before = lot.standing("09:10");
    lot.hears(
        """
        09:00  4711  seals  60.00  noted
        09:01  1002  seals  61.00  noted
        """);
    assertThat(lot.standing("09:10")).isEqualTo(before);
    assertThat(before.leading()).isEmpty();
    assertThat(before.seq()).isZero();
    assertThat(before.phase()).isEqualTo(Phase.RECEIVING);
    assertThat(lot.standing("10:00").phase()).isEqualTo(Phase.SEALED);
  }

  @Test
  void the_bell_leaves_the_offers_to_the_centre_and_ends_a_lot_without_any() {
    lot.rings("09:59");
    assertThat(lot.auction.bellAt()).contains(AuctionTable.at("10:00"));
    lot.hears("09:59  4711  seals  60.00  noted\n");
    lot.rings("10:00");
    assertThat(lot.auction.bellAt()).isEqualTo(Optional.empty());
    AuctionTable empty = new AuctionTable(new MethodTerms.SealedOneShot());
    empty.rings("10:00");
    assertThat(empty.ending()).isEqualTo("NO_BID");
  }

  @Test
  void only_the_centre_opens_and_only_bidders_offer() {
    lot.hears(
        """
        09:00  centre  seals      60.00      WRONG_ACT
        09:00  centre  withdraws  -          WRONG_ACT
        09:00  4711    opens      -          WRONG_ACT
        09:00  4711    bids       60.00      WRONG_ACT
        09:00  4711    ceiling    60.00      WRONG_ACT
        09:00  centre  scores     4711=1     WRONG_ACT
        """);
  }
}
