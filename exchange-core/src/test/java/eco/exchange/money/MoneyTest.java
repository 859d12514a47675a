package eco.exchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Money MOST = new Money(Long.MAX_VALUE);
  private static final Money LEAST = new Money(Long.MIN_VALUE);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          52.30,                 5230
          52.3,                  5230
          0,                     0
          -0.01,                 -1
          1.000,                 100
          1E3,                   100000
          92233720368547758.07,  9223372036854775807
          -92233720368547758.08, -9223372036854775808
          """)
  void is_read_as_people_write_it(String amount, long fen) {
    assertThat(Money.yuan(amount)).isEqualTo(new Money(fen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.001", "52.305", "92233720368547758.08", "1E2000000000", "1E-2000000000"})
  void a_fraction_of_a_fen_or_too_much_money_is_an_error(String amount) {
    assertThatThrownBy(() -> Money.yuan(amount)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1,000.00", "¥5", "NaN", "5 元"})
  void what_is_no_number_is_no_money(String amount) {
    assertThatThrownBy(() -> Money.yuan(amount)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "0.01", "-0.01", "0.10", "52.30", "1000.00", "-123456789.99"})
  void is_written_with_two_decimal_places_and_read_back(String amount) {
    assertThat(Money.yuan(amount).decimal()).isEqualTo(amount);
    assertThat(Money.yuan(amount)).hasToString("CNY " + amount);
  }

  @Test
  void arithmetic_is_exact_or_an_error_but_never_wraps() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 20_000; round++) {
      Money one = new Money(random.nextLong() >> random.nextInt(64));
      Money other = new Money(random.nextLong() >> random.nextInt(64));
      BigInteger a = BigInteger.valueOf(one.fen());
      BigInteger b = BigInteger.valueOf(other.fen());
      String at = "seed %d, %s and %s".formatted(seed, one, other);
      same(at, () -> one.plus(other), a.add(b));
      same(at, () -> one.minus(other), a.subtract(b));
      same(at, () -> one.times(other.fen()), a.multiply(b));
      assertThat(one.min(other).fen()).as(at).isEqualTo(a.min(b).longValueExact());
      assertThat(one.isBelow(other)).as(at).isEqualTo(a.compareTo(b) < 0);
      assertThat(Integer.signum(one.compareTo(other))).as(at).isEqualTo(a.compareTo(b));
    }
  }

  @Test
  void at_the_ends_of_the_range_nothing_wraps() {
    assertThatThrownBy(() -> MOST.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> LEAST.minus(new Money(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
    assertThat(MOST.negated().plus(MOST)).isEqualTo(Money.ZERO);
  }

  @Test
  void only_more_than_nothing_is_positive() {
    assertThat(new Money(1).isPositive()).isTrue();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(new Money(-1).isPositive()).isFalse();
    assertThat(Money.ZERO.isZero()).isTrue();
    assertThat(new Money(-1).isZero()).isFalse();
  }

  /** Our sum is the exact one, or, if that fits into no long, there is none. */
  private static void same(String at, Supplier<Money> ours, BigInteger exact) {
    if (exact.bitLength() < Long.SIZE) {
      assertThat(ours.get().fen()).as(at).isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(ours::get).as(at).isInstanceOf(ArithmeticException.class);
    }
  }
}
