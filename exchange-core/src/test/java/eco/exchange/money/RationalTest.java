package eco.exchange.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.00, 0, 0",
    "2/4, 0.5, 0",
    "-1/8, -0.125, -1",
    "1/3, 1/3, 0",
    "-10/6, -5/3, -2",
    "700, 700, 700",
    "-7.0, -7, -7",
    "99999999999999999999999999/3, 33333333333333333333333333, "
  })
  void is_written_in_lowest_terms_as_a_decimal_if_it_ends(String text, String written, Long floor) {
    Rational number = Rational.parse(text);
    assertThat(number).hasToString(written).isEqualTo(Rational.parse(written));
    if (floor != null) {
      assertThat(number.floor()).isEqualTo(floor);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1/0", "1/-3", "1E9", "1e999999999", ".5", "5.", "1.5/2", "0x1", "一"})
  void what_is_no_plain_number_is_refused(String text) {
    assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_text_of_endless_digits_is_refused() {
    assertThatThrownBy(() -> Rational.parse("1".repeat(1_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sums_products_and_order_are_exact() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 2_000; round++) {
      long a = random.nextInt();
      long b = random.nextInt();
      int c = 1 + random.nextInt(10_000);
      int d = 1 + random.nextInt(10_000);
      Rational one = Rational.of(a, c);
      Rational two = Rational.of(b, d);
      assertThat(one.plus(two)).as("seed %d", seed).isEqualTo(over(a * d + b * c, c, d));
      assertThat(one.minus(two)).as("seed %d", seed).isEqualTo(over(a * d - b * c, c, d));
      assertThat(one.compareTo(two)).as("seed %d", seed).isEqualTo(Long.compare(a * d, b * c));
      assertThat(one.floor()).as("seed %d", seed).isEqualTo(Math.floorDiv(a, c));
      assertThat(one.times(two).numerator().multiply(BigInteger.valueOf((long) c * d)))
          .as("seed %d", seed)
          .isEqualTo(
              BigInteger.valueOf(a)
                  .multiply(BigInteger.valueOf(b))
                  .multiply(one.times(two).denominator()));
    }
  }

  @Test
  void is_written_as_a_division_writes_it_if_that_ends() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 2_000; round++) {
      long a = random.nextInt();
      long c = random.nextBoolean() ? 1 + random.nextInt(10_000) : partOfTens(random);
      assertThat(Rational.of(a, c).toString()).as("seed %d", seed).isEqualTo(written(a, c));
    }
  }

  private static long partOfTens(Random random) {
    return BigInteger.TWO
        .pow(random.nextInt(12))
        .multiply(BigInteger.valueOf(5).pow(random.nextInt(12)))
        .longValueExact();
  }

  private static String written(long a, long c) {
    try {
      return BigDecimal.valueOf(a)
          .divide(BigDecimal.valueOf(c))
          .stripTrailingZeros()
          .toPlainString();
    } catch (ArithmeticException endless) {
      long divisor = BigInteger.valueOf(a).gcd(BigInteger.valueOf(c)).longValueExact();
      return a / divisor + "/" + c / divisor;
    }
  }

  private static Rational over(long numerator, int c, int d) {
    return Rational.of(numerator, (long) c * d);
  }
}
