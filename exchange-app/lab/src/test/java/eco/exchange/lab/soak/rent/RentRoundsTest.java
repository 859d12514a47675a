package eco.exchange.lab.soak.rent;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.testing.Seeds;
import org.junit.jupiter.api.Test;

class RentRoundsTest {

  private static final int SALES = 10_000;

  @Test
  void nobody_wins_whose_rent_and_share_an_expected_year_cannot_carry() {
    RentRounds rounds = new RentRounds(Seeds.of(Seeds.fresh()));

    rounds.play(SALES);

    assertThat(rounds.faults()).as(rounds.told()).isEmpty();
    assertThat(rounds.told()).doesNotStartWith("0 sold").doesNotContain(" 0 ");
  }
}
