package eco.exchange.settlement.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubAccountNumberTest {

  @Test
  void the_last_digit_is_that_of_luhn() {
    // The usual example of the rule, and one counted by hand: 6 + 9 + 2 + 2 = 19.
    assertThat(SubAccountNumber.of(7992739871L)).isEqualTo("79927398713");
    assertThat(SubAccountNumber.of(690001000000000001L)).isEqualTo("6900010000000000011");
  }

  @Test
  void every_digit_that_is_mistyped_is_found() {
    String number = SubAccountNumber.of(690001000000004711L);
    assertThat(SubAccountNumber.checks(number)).isTrue();
    for (int place = 0; place < number.length(); place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String typed = number.substring(0, place) + digit + number.substring(place + 1);
        assertThat(SubAccountNumber.checks(typed)).as(typed).isEqualTo(typed.equals(number));
      }
    }
  }

  @Test
  void what_is_no_number_does_not_check() {
    assertThat(SubAccountNumber.checks("")).isFalse();
    assertThat(SubAccountNumber.checks("79927398713")).isFalse();
    assertThat(SubAccountNumber.checks("690001000000000001x")).isFalse();
  }
}
