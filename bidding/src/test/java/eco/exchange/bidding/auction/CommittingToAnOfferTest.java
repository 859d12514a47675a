package eco.exchange.bidding.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.method.Offer.Yearly;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommittingToAnOfferTest {

  static final TradeId LOT =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 1);
  static final TradeId OTHER =
      TradeId.of("640425", RightKind.CARBON_SINK, LocalDate.of(2026, 3, 2), 2);
  static final String NONCE = "0123456789abcdef".repeat(2);
  static final Offer OFFER = Offer.of(Money.yuan("52.30"));

  /** The values were made by another program, from the lines alone. */
  @Test
  void a_commitment_is_the_hash_of_the_lines_that_are_published() {
    assertThat(Commitments.of(LOT, "4711", OFFER, NONCE))
        .isEqualTo("d8bb403373febddf417e52fc5ca906fed12a9df6855495337e698f7c93ede110");
    Offer shared =
        new Offer(
            Money.yuan("52.30"),
            Optional.of(new Yearly(Money.yuan("1.00"), new Percentage(125_000))));
    assertThat(Commitments.of(LOT, "P1-4711", shared, NONCE))
        .isEqualTo("7124ce05f470f8e369f8105d117c66d4a2acb2c043446d968bbc1a03cf24e32b");
  }

  @Test
  void another_lot_paddle_offer_or_nonce_is_another_commitment() {
    Offer more = Offer.of(Money.yuan("52.31"));
    Offer yearly = new Offer(OFFER.price(), Optional.of(new Yearly(Money.ZERO, new Percentage(0))));
    assertThat(
            Set.of(
                Commitments.of(LOT, "4711", OFFER, NONCE),
                Commitments.of(OTHER, "4711", OFFER, NONCE),
                Commitments.of(LOT, "4712", OFFER, NONCE),
                Commitments.of(LOT, "4711", more, NONCE),
                Commitments.of(LOT, "4711", yearly, NONCE),
                Commitments.of(LOT, "4711", OFFER, NONCE + "0")))
        .hasSize(6)
        .allMatch(Commitments::isCommitment);
  }

  @Test
  void a_nonce_is_long_enough_not_to_be_guessed() {
    assertThatThrownBy(() -> Commitments.of(LOT, "4711", OFFER, NONCE.substring(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Commitments.isNonce("a".repeat(128))).isTrue();
    assertThat(Commitments.isNonce("a".repeat(129))).isFalse();
    assertThat(Commitments.isNonce("A".repeat(32))).isFalse();
  }
}
