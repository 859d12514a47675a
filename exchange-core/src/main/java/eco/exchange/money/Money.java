package eco.exchange.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of renminbi, exact to the fen.
 *
 * <p>For example, in the value 'CNY 52.30' the amount is fifty-two yuan and thirty fen, held as
 * 5,230 whole fen, so totals never drift. A step that could split a fen, such as a share, is not
 * here: it belongs to the rule that knows what becomes of the rest. Arithmetic that leaves the
 * range of a long throws {@link ArithmeticException}; it never wraps around.
 *
 * <p>A value may be negative, for example as a correction; a rule that forbids this says so itself.
 *
 * @param fen the amount in fen, the hundredth part of a yuan
 */
public record Money(long fen) implements Comparable<Money> {

  /** The currency of every amount, by ISO 4217. */
  public static final String CURRENCY = "CNY";

  /** Nothing at all. */
  public static final Money ZERO = new Money(0);

  /**
   * Reads an amount as people write it, for example '52.30' is fifty-two yuan and thirty fen.
   *
   * @param amount the amount in yuan, with at most two decimal places
   * @throws NumberFormatException if it is not a decimal number
   * @throws ArithmeticException if it has a fraction of a fen, or more fen than a long holds
   */
  public static Money yuan(String amount) {
    return ofYuan(new BigDecimal(amount));
  }

  /**
   * Takes an amount in yuan, and never rounds it.
   *
   * @param amount the amount in yuan
   * @throws ArithmeticException if it has a fraction of a fen, or more fen than a long holds
   */
  public static Money ofYuan(BigDecimal amount) {
    return new Money(amount.movePointRight(2).longValueExact());
  }

  /** The sum of two amounts. */
  public Money plus(Money other) {
    return new Money(Math.addExact(fen, other.fen));
  }

  /** This amount less the other; may be negative. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(fen, other.fen));
  }

  /** This amount a whole number of times. */
  public Money times(long count) {
    return new Money(Math.multiplyExact(fen, count));
  }

  /** The same distance from zero on the other side. */
  public Money negated() {
    return new Money(Math.negateExact(fen));
  }

  /** The lesser of the two amounts. */
  public Money min(Money other) {
    return isBelow(other) ? this : other;
  }

  /** Whether this amount is less than the other. */
  public boolean isBelow(Money other) {
    return fen < other.fen;
  }

  /** Whether this amount is more than nothing. */
  public boolean isPositive() {
    return fen > 0;
  }

  /** Whether this amount is nothing. */
  public boolean isZero() {
    return fen == 0;
  }

  /** The amount in yuan, always with two decimal places. */
  public BigDecimal inYuan() {
    return BigDecimal.valueOf(fen, 2).setScale(2, RoundingMode.UNNECESSARY);
  }

  /** The amount as it travels and is stored, for example '52.30'. */
  public String decimal() {
    return inYuan().toPlainString();
  }

  /** The amount in yuan with its sign, for example '+5000.00'; nothing has none. */
  public String signed() {
    return fen > 0 ? "+" + decimal() : decimal();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(fen, other.fen);
  }

  @Override
  public String toString() {
    return CURRENCY + " " + decimal();
  }
}
