package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.util.List;
import java.util.Optional;

/**
 * One step of a waterfall. Steps are taken in order; none takes more than what is left.
 *
 * <p>For example, 'the owner takes 10 % of each year's revenue, at least 8,000 yuan' has a taker, a
 * measure and a least amount. Any measure may be given to any taker, so few kinds of either say
 * much. An income of one kind is shared once a year, so a bound of a step is a bound of the year.
 *
 * @param taker who takes
 * @param measure how much
 * @param least what it takes at least, as far as there is money (保底); nothing if there is no floor
 * @param most what it takes at most, if there is a cap (封顶)
 */
public record Step(Taker taker, Measure measure, Money least, Optional<Money> most) {

  /** A step without bounds. */
  public Step(Taker taker, Measure measure) {
    this(taker, measure, Money.ZERO, Optional.empty());
  }

  /** A payee takes a fixed amount. */
  public static Step fixed(String payee, Money amount) {
    return new Step(new Taker.One(payee), new Measure.Fixed(amount));
  }

  /** A payee takes a percentage. */
  public static Step percent(String payee, Percentage share) {
    return new Step(new Taker.One(payee), new Measure.Percent(share));
  }

  /** A payee takes all that is left. */
  public static Step remainder(String payee) {
    return new Step(new Taker.One(payee), new Measure.Rest());
  }

  /** A group takes a percentage and shares it out again. */
  public static Step group(String name, Percentage share, List<Step> steps) {
    return new Step(new Taker.Group(name, steps), new Measure.Percent(share));
  }

  /** This step with a floor. */
  public Step atLeast(Money floor) {
    return new Step(taker, measure, floor, most);
  }

  /** This step with a cap. */
  public Step atMost(Money cap) {
    return new Step(taker, measure, least, Optional.of(cap));
  }

  /** Whether it has a floor. */
  public boolean hasFloor() {
    return !least.isZero();
  }

  /** Whether it pays this payee by itself. */
  boolean pays(String payee) {
    return taker.paid().filter(payee::equals).isPresent();
  }
}
