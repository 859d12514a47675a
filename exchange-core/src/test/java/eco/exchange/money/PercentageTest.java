package eco.exchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "12.5, 125000", "33.3333, 333333", "0.0001, 1", "100, 1000000"})
  void is_read_from_a_percentage_and_written_back(String percent, int ppm) {
    assertThat(Percentage.parse(percent)).isEqualTo(new Percentage(ppm));
    assertThat(new Percentage(ppm).inPercent()).isEqualTo(percent);
    assertThat(new Percentage(ppm)).hasToString(percent + " %");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.50", "12.500000", "1.25E1"})
  void zeros_at_the_end_say_nothing(String percent) {
    assertThat(Percentage.parse(percent).inPercent()).isEqualTo("12.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"33.33333", "0.00001", "1E2000000000", "1E-2000000000"})
  void is_never_rounded(String percent) {
    assertThatThrownBy(() -> Percentage.parse(percent)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.0001", "100.0001", "200"})
  void lies_between_nothing_and_the_whole(String percent) {
    assertThatThrownBy(() -> Percentage.parse(percent))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_part_of_an_amount_keeps_every_fraction() {
    assertThat(Percentage.parse("33.3333").of(new BigDecimal("0.01")))
        .isEqualByComparingTo("0.003333330");
    assertThat(Percentage.WHOLE.of(new BigDecimal("123.45"))).isEqualByComparingTo("123.45");
  }

  @Test
  void a_part_and_what_it_leaves_make_the_whole() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 2_000; round++) {
      Percentage share = new Percentage(random.nextInt(Percentage.WHOLE_PPM + 1));
      Percentage left = new Percentage(Percentage.WHOLE_PPM - share.ppm());
      BigDecimal whole = BigDecimal.valueOf(random.nextLong(), 2);
      assertThat(share.of(whole).add(left.of(whole)))
          .as("seed %d, %s", seed, share)
          .isEqualByComparingTo(whole);
    }
  }

  @Test
  void shares_are_ordered_by_size() {
    assertThat(Percentage.parse("30"))
        .isLessThan(Percentage.parse("30.0001"))
        .isLessThan(Percentage.WHOLE);
  }
}
