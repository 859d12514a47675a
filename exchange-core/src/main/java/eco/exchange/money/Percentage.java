package eco.exchange.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact part of a whole, in parts per million.
 *
 * <p>For example, '12.5 %' is 125,000 parts per million. A share is not a number to multiply money
 * by at will: {@code of} keeps every fraction of a fen, and the rule that distributes decides what
 * becomes of it.
 *
 * @param ppm the part in parts per million, from 0 to 1,000,000
 */
public record Percentage(int ppm) implements Comparable<Percentage> {

  /** How many parts make the whole. */
  public static final int WHOLE_PPM = 1_000_000;

  /** The whole. */
  public static final Percentage WHOLE = new Percentage(WHOLE_PPM);

  /** Rejects what is no part of a whole. */
  public Percentage {
    if (ppm < 0 || ppm > WHOLE_PPM) {
      throw new IllegalArgumentException("a share lies between 0 and 1,000,000 ppm: " + ppm);
    }
  }

  /**
   * Reads a percentage, for example '12.5' is an eighth.
   *
   * @param percent the part in per cent, with at most four decimal places
   * @throws ArithmeticException if it is finer than one part per million
   */
  public static Percentage parse(String percent) {
    return new Percentage(new BigDecimal(percent).movePointRight(4).intValueExact());
  }

  /**
   * A part of one in per cent, rounded to four decimal places, for example '33.3333 %'; it may be
   * more than the whole.
   */
  public static String roundedOf(Rational part) {
    BigDecimal percent =
        new BigDecimal(part.numerator())
            .movePointRight(2)
            .divide(new BigDecimal(part.denominator()), 4, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return percent.toPlainString() + " %";
  }

  /** This part of an amount, with every fraction kept: the scale grows by six. */
  public BigDecimal of(BigDecimal whole) {
    return whole.multiply(BigDecimal.valueOf(ppm, 6));
  }

  /** This part of an exact number. */
  public Rational of(Rational whole) {
    return whole.times(asRational());
  }

  /** This part of one. */
  public Rational asRational() {
    return Rational.of(ppm, WHOLE_PPM);
  }

  /** The part in per cent without trailing zeros, for example '12.5'. */
  public String inPercent() {
    BigDecimal percent = BigDecimal.valueOf(ppm, 4).stripTrailingZeros();
    return percent.toPlainString();
  }

  @Override
  public int compareTo(Percentage other) {
    return Integer.compare(ppm, other.ppm);
  }

  @Override
  public String toString() {
    return inPercent() + " %";
  }
}
