package eco.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.hutool.core.util.IdcardUtil;
import eco.exchange.testing.Seeds;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {

  /** The example of the standard itself. */
  private static final String NUMBER = "11010519491231002X";

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void a_number_that_checks_is_read() {
    CitizenNumber citizen = CitizenNumber.of(NUMBER, TODAY).orElseThrow();

    assertThat(citizen.number()).isEqualTo(NUMBER);
    assertThat(citizen.bornOn()).isEqualTo("1949-12-31");
  }

  @Test
  void only_its_ends_are_ever_shown() {
    CitizenNumber citizen = new CitizenNumber(NUMBER);

    assertThat(citizen.masked()).isEqualTo("110105********002X");
    assertThat(citizen).hasToString("110105********002X");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110105194912310021", // another check character
        "11010519491231002x", // a small letter
        "110105491231002", // the fifteen digits of before 1999
        "11010519491231002X ",
        "1101051949123100２X", // a digit of full width
        "",
      })
  void what_is_no_number_is_refused_and_not_repeated(String number) {
    assertThat(CitizenNumber.of(number, TODAY)).isEmpty();
    assertThatThrownBy(() -> new CitizenNumber(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no citizen number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519490229002", // 1949 was no leap year
        "11010519491301002", // there is no thirteenth month
        "11010519490431002", // April has thirty days
        "11010518991231002", // nobody lives who was born so early
        "16010519491231002", // there is no such province
        "99010519491231002",
        "00010519491231002",
      })
  void a_date_or_a_province_that_does_not_exist_is_refused_although_it_checks(String body) {
    String number = body + checkOf(body);

    assertThat(CitizenNumber.of(number, TODAY)).as(number).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010520000229002",
        "64042519880808123",
        "15010419600101777",
        "83010519491231002"
      })
  void the_same_check_makes_other_numbers_valid(String body) {
    assertThat(CitizenNumber.of(body + checkOf(body), TODAY)).isPresent();
  }

  @Test
  void nobody_is_born_tomorrow() {
    String body = "11010520261121002";
    String number = body + checkOf(body);

    assertThat(CitizenNumber.of(number, TODAY)).isPresent();
    assertThat(CitizenNumber.of(number, TODAY.minusDays(1))).isEmpty();
  }

  @Test
  void one_wrong_character_is_always_noticed() {
    StringBuilder number = new StringBuilder(NUMBER);
    for (int place = 0; place < number.length(); place++) {
      char right = number.charAt(place);
      for (char wrong : "0123456789X".replace(String.valueOf(right), "").toCharArray()) {
        number.setCharAt(place, wrong);
        assertThat(CitizenNumber.of(number.toString(), TODAY)).as("place %d", place).isEmpty();
      }
      number.setCharAt(place, right);
    }
  }

  @Test
  void agrees_with_another_implementation() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 20_000; round++) {
      LocalDate born = LocalDate.of(1925, 1, 1).plusDays(random.nextInt(36_000));
      String body =
          "%06d".formatted(100_000 + random.nextInt(800_000))
              + born.format(DateTimeFormatter.BASIC_ISO_DATE)
              + "%03d".formatted(random.nextInt(1000));
      char check =
          random.nextInt(4) == 0 ? checkOf(body) : "0123456789X".charAt(random.nextInt(11));
      assertThat(CitizenNumber.of(body + check, TODAY).isPresent())
          .as("seed %d, %s%s", seed, body, check)
          .isEqualTo(IdcardUtil.isValidCard18(body + check, false));
    }
  }

  /** The check by ISO 7064, MOD 11-2, by its recursion instead of by weights. */
  private static char checkOf(String body) {
    int sum = 0;
    for (char digit : body.toCharArray()) {
      sum = (sum + digit - '0') * 2 % 11;
    }
    return "0123456789X".charAt((12 - sum) % 11);
  }
}
