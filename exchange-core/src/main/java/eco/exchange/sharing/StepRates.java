package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.List;
import java.util.TreeSet;

/**
 * The parts that a list of steps gives away of every yuan, in each band of the whole.
 *
 * <p>A band begins where a tier of some step does, so that within a band every step takes the same
 * part of each further yuan. Fixed amounts, floors and debts are no part of a yuan: they come
 * besides.
 */
final class StepRates {

  private final List<Step> steps;
  private final TreeSet<Money> bands = new TreeSet<>(List.of(Money.ZERO));

  StepRates(List<Step> steps) {
    this.steps = steps;
    steps.forEach(step -> bands.addAll(step.measure().bands()));
  }

  /** Where each band begins, from nought upwards. */
  List<Money> bands() {
    return List.copyOf(bands);
  }

  /** What the steps take together at most of a yuan of a band. */
  Rational most(Money band) {
    return steps.stream()
        .map(step -> step.measure().most(band))
        .reduce(Rational.ZERO, Rational::plus);
  }

  /** What they take together at least. */
  Rational least(Money band) {
    return steps.stream().map(step -> least(step, band)).reduce(Rational.ZERO, Rational::plus);
  }

  /** Whether some step takes more than a part: an amount that does not shrink with the whole. */
  boolean takeAmounts() {
    return steps.stream().anyMatch(StepRates::takesAmount);
  }

  /** Whether the last step takes whatever the others leave. */
  boolean takeAll() {
    return !steps.isEmpty()
        && steps.getLast().measure() instanceof Measure.Rest
        && steps.getLast().most().isEmpty();
  }

  static boolean takesAmount(Step step) {
    return step.measure().takesAmount() || step.hasFloor();
  }

  // A cap may cut off all but nothing of a further yuan.
  static Rational least(Step step, Money band) {
    return step.most().isPresent() ? Rational.ZERO : step.measure().least(band);
  }
}
