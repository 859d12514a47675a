package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayingLateTest {

  @ParameterizedTest
  @CsvSource({
    "10000.00,    0,    0.00",
    "10000.00,    1,    3.00",
    "10000.00,   12,   36.00",
    "10000.00,  666, 1998.00",
    "10000.00,  667, 2000.00",
    "10000.00, 9999, 2000.00",
    "16.66,       1,    0.00",
    "16.67,       1,    0.01"
  })
  void a_day_costs_three_in_ten_thousand_and_all_days_no_more_than_a_fifth(
      String amount, long days, String penalty) {
    assertThat(LatePayment.penalty(Money.yuan(amount), days)).isEqualTo(Money.yuan(penalty));
  }
}
