package eco.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeIdTest {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private final TradeId first = TradeId.of("640425", RightKind.CARBON_SINK, DAY, 1);

  @Test
  void the_code_tells_region_right_day_and_number() {
    assertThat(first.code()).isEqualTo("E640425C0120261121000001D");
    assertThat(first).hasToString(first.code()).isEqualTo(new TradeId(first.code()));
  }

  @Test
  void one_wrong_character_is_always_noticed() {
    StringBuilder code = new StringBuilder(first.code());
    for (int place = 0; place < code.length(); place++) {
      char right = code.charAt(place);
      for (char wrong : ALPHABET.replace(String.valueOf(right), "").toCharArray()) {
        code.setCharAt(place, wrong);
        assertThatThrownBy(() -> new TradeId(code.toString()))
            .as(code.toString())
            .isInstanceOf(IllegalArgumentException.class);
      }
      code.setCharAt(place, right);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "e640425c0120261121000001d",
        "E640425C0120261121000001",
        "E640425C0120261121000001DM",
        "E640425C0120261121000001D\n",
      })
  void what_is_misshapen_is_refused(String code) {
    assertThatThrownBy(() -> new TradeId(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_000_000})
  void a_day_has_999_999_codes(int sequence) {
    assertThatThrownBy(() -> TradeId.of("640425", RightKind.CARBON_SINK, DAY, sequence))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(TradeId.of("640425", RightKind.CARBON_SINK, DAY, 999_999).code()).contains("999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "64042", "6404250", "64042X"})
  void a_region_has_six_digits(String region) {
    assertThatThrownBy(() -> TradeId.of(region, RightKind.TOURISM_RIGHT, DAY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_code_that_is_made_can_be_read_and_comes_in_the_order_of_its_number() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 5_000; round++) {
      RightKind right = RightKind.values()[random.nextInt(RightKind.values().length)];
      LocalDate day = DAY.plusDays(random.nextInt(30_000));
      int sequence = 1 + random.nextInt(999_998);
      TradeId code = TradeId.of("640425", right, day, sequence);
      assertThat(new TradeId(code.code())).as("seed %d", seed).isEqualTo(code);
      assertThat(code)
          .as("seed %d", seed)
          .isLessThan(TradeId.of("640425", right, day, sequence + 1));
    }
  }
}
