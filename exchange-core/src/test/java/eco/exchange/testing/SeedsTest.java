package eco.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void the_same_seed_leads_to_the_same_numbers() {
    long seed = Seeds.fresh();

    assertThat(Seeds.of(seed).longs(100).toArray()).isEqualTo(Seeds.of(seed).longs(100).toArray());
  }
}
