package eco.exchange.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact number with every fraction, such as a third of a fen.
 *
 * <p>For example, '0.25' and '1/3' are such numbers. {@link Money} is whole fen and is what can be
 * paid; this is what somebody is entitled to before anything is rounded. A {@link BigDecimal} could
 * not hold a third.
 *
 * @param numerator the number above the line, which bears the sign
 * @param denominator the number below the line; positive, and without a common divisor with the one
 *     above
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** Nothing at all. */
  public static final Rational ZERO = of(0);

  /** One. */
  public static final Rational ONE = of(1);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  // Longer than any that sharing terms can lead to; a text of endless digits is no number of ours.
  private static final int TEXT_MAX = 1_000;
  private static final Pattern TEXT =
      Pattern.compile("(?<whole>-?\\d+)(\\.\\d+|/(?<parts>0*[1-9]\\d*))?");

  /**
   * Brings the number to lowest terms.
   *
   * @throws ArithmeticException if the denominator is nought
   */
  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction of nought parts");
    }
    BigInteger divisor = divisorOf(numerator, denominator);
    if (!divisor.equals(BigInteger.ONE)) {
      numerator = numerator.divide(divisor);
      denominator = denominator.divide(divisor);
    }
  }

  /** What both are to be divided by; its sign is that of the denominator. */
  private static BigInteger divisorOf(BigInteger numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return BigInteger.ONE;
    }
    BigInteger divisor =
        numerator.bitLength() < Long.SIZE && denominator.bitLength() < Long.SIZE
            ? BigInteger.valueOf(divisorOf(numerator.longValue(), denominator.longValue()))
            : numerator.gcd(denominator);
    return divisor.signum() == denominator.signum() ? divisor : divisor.negate();
  }

  // Euclid by machine words, because nearly all numbers are so small. It ends with the sign that it
  // comes upon.
  private static long divisorOf(long one, long other) {
    long divisor = other;
    for (long rest = one % other; rest != 0; ) {
      long next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return divisor;
  }

  /** A whole number. */
  public static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /**
   * So many parts of so many.
   *
   * @throws ArithmeticException if the denominator is nought
   */
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The fen of an amount. */
  public static Rational fenOf(Money amount) {
    return of(amount.fen());
  }

  /**
   * Reads a number as it is written, for example '-0.25' or '1/3'.
   *
   * @throws IllegalArgumentException if it is neither a plain decimal number nor a fraction
   */
  public static Rational parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (text.length() > TEXT_MAX || !matcher.matches()) {
      throw new IllegalArgumentException("neither a plain decimal number nor a fraction");
    }
    if (matcher.group("parts") != null) {
      return new Rational(
          new BigInteger(matcher.group("whole")), new BigInteger(matcher.group("parts")));
    }
    BigDecimal decimal = new BigDecimal(text);
    return new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** The sum. */
  public Rational plus(Rational other) {
    return denominator.equals(other.denominator)
        ? new Rational(numerator.add(other.numerator), denominator)
        : new Rational(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  /** This number less the other. */
  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  /** The product. */
  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** The same distance from nought on the other side. */
  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  /** The lesser of the two. */
  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The greater of the two. */
  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** -1, 0 or 1 as this number is below nought, nought or above it. */
  public int signum() {
    return numerator.signum();
  }

  /** Whether there is no fraction. */
  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /**
   * The greatest whole number that is not above this one.
   *
   * @throws ArithmeticException if it is more than a long holds
   */
  public long floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValueExact();
  }

  @Override
  public int compareTo(Rational other) {
    return denominator.equals(other.denominator)
        ? numerator.compareTo(other.numerator)
        : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** Whether it ends when it is written as a decimal number: a quarter does, a third does not. */
  public boolean isDecimal() {
    return places() >= 0;
  }

  /** The number as it is written: a decimal number if it ends as one, else a fraction. */
  @Override
  public String toString() {
    int places = places();
    if (places < 0) {
      return numerator + "/" + denominator;
    }
    BigInteger unscaled = numerator.multiply(BigInteger.TEN.pow(places)).divide(denominator);
    return new BigDecimal(unscaled, places).toPlainString();
  }

  /** How many decimal places it has; -1 if they never end. They end if it is parts of tens. */
  private int places() {
    int twos = denominator.getLowestSetBit();
    int fives = 0;
    BigInteger rest = denominator.shiftRight(twos);
    for (BigInteger[] parts = rest.divideAndRemainder(FIVE);
        parts[1].signum() == 0;
        parts = rest.divideAndRemainder(FIVE)) {
      rest = parts[0];
      fives++;
    }
    return rest.equals(BigInteger.ONE) ? Math.max(twos, fives) : -1;
  }
}
