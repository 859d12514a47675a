package eco.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hutool.core.util.CreditCodeUtil;
import eco.exchange.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T"})
  void a_code_that_checks_is_read_and_written_back(String code) {
    assertThat(CreditCode.of(code)).contains(new CreditCode(code));
    assertThat(new CreditCode(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44", // another check character
        "91350100m000100y43", // small letters
        "91350100M000100Y4", // too short
        "91350100M000100Y433", // too long
        " 91350100M000100Y43",
        "91350100M000100Y43\n",
        "9135010OM000100Y43", // a letter in the region
        "91350100I000100Y43", // a letter that the standard leaves out
        "91350100M000100Y4\u0663", // a digit of another script
        "",
      })
  void what_is_no_code_is_refused(String code) {
    assertThat(CreditCode.of(code)).isEmpty();
    assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void one_wrong_character_is_always_noticed() {
    StringBuilder code = new StringBuilder("91350100M000100Y43");
    for (int place = 0; place < code.length(); place++) {
      char right = code.charAt(place);
      for (char wrong : ALPHABET.replace(String.valueOf(right), "").toCharArray()) {
        code.setCharAt(place, wrong);
        assertThat(CreditCode.of(code.toString())).as(code.toString()).isEmpty();
      }
      code.setCharAt(place, right);
    }
  }

  @Test
  void agrees_with_another_implementation() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    int valid = 0;
    for (int round = 0; round < 50_000; round++) {
      String code = "91%06d".formatted(random.nextInt(1_000_000)) + letters(random, 10);
      assertThat(CreditCode.of(code).isPresent())
          .as("seed %d, %s", seed, code)
          .isEqualTo(CreditCodeUtil.isCreditCode(code));
      valid += CreditCode.of(code).isPresent() ? 1 : 0;
    }
    assertThat(valid).as("seed %d: about one of thirty-one checks", seed).isBetween(1200, 2100);
  }

  private static String letters(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
