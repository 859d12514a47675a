package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.util.List;

/**
 * The measure of a step: how much it takes of the whole that enters its waterfall or group.
 *
 * <p>A part is always of that whole, not of what is left, so that the order of parts does not
 * matter while the money suffices.
 */
public sealed interface Measure {

  /** A fixed amount; it is paid to the fen and never takes part in rounding. */
  record Fixed(Money amount) implements Measure {}

  /** A percentage. */
  record Percent(Percentage share) implements Measure {}

  /**
   * A percentage that is higher while the watershed erodes too much.
   *
   * @param share the percentage at other times
   * @param threshold the erosion above which it is higher, in tonnes per square kilometre and year
   * @param rise by how much
   */
  record Rising(Percentage share, int threshold, Percentage rise) implements Measure {}

  /** An exact fraction, such as a third, which no percentage can say. */
  record Fraction(int numerator, int denominator) implements Measure {

    Rational value() {
      return Rational.of(numerator, denominator);
    }
  }

  /** A percentage of each band of the whole, as a progressive tax is reckoned. */
  record Tiers(List<Tier> tiers) implements Measure {

    /** Copies the tiers. */
    public Tiers {
      tiers = List.copyOf(tiers);
    }
  }

  /**
   * One band of the whole.
   *
   * @param from where the band begins; it ends where the next begins, and the last never ends
   * @param share the part of the band
   */
  record Tier(Money from, Percentage share) {}

  /** What is owed on a registered pledge, which the distribution is told. */
  record Owed() implements Measure {}

  /** All that is left; only the last step may take it. */
  record Rest() implements Measure {}
}
