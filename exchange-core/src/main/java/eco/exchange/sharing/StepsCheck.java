package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The check of the steps of one waterfall or group: that they share out the whole. */
final class StepsCheck {

  private final String place;
  private final List<Step> steps;
  private final StepRates rates;

  private StepsCheck(String place, List<Step> steps) {
    this.place = place;
    this.steps = steps;
    this.rates = new StepRates(steps);
  }

  /**
   * The faults of a list of steps, but not of those in its groups.
   *
   * @param ceiling the most that can enter the list, if there is a most
   */
  static Stream<TermsFault> faultsOf(String place, List<Step> steps, Optional<Money> ceiling) {
    StepsCheck check = new StepsCheck(place, steps);
    return Stream.of(
            check.missing(),
            steps.stream().flatMap(check::measure),
            steps.stream().flatMap(check::recoupment),
            steps.stream().flatMap(check::bounds),
            check.remainder(),
            check.whole(),
            ceiling.stream().flatMap(check::floors))
        .flatMap(faults -> faults);
  }

  private Stream<TermsFault> missing() {
    return steps.isEmpty() ? fault(Code.STEPS_MISSING, "%s has no step", place) : Stream.empty();
  }

  private Stream<TermsFault> measure(Step step) {
    return step.measure().faults().stream()
        .map(it -> new TermsFault(it.code(), gives(step, it.detail())));
  }

  private Stream<TermsFault> recoupment(Step step) {
    return step.taker() instanceof Taker.Recoup recoup && !recoup.until().isPositive()
        ? fault(Code.STEP_NOT_POSITIVE, "%s", gives(step, "nothing to recover"))
        : Stream.empty();
  }

  private String gives(Step step, String what) {
    return "%s gives '%s' %s".formatted(place, step.taker().name(), what);
  }

  private Stream<TermsFault> bounds(Step step) {
    boolean isBounded = step.hasFloor() || step.most().isPresent();
    boolean needsNone = step.measure().sum().isPresent() || step.measure() instanceof Measure.Rest;
    boolean crossed =
        step.least().isBelow(Money.ZERO)
            || step.most()
                .filter(cap -> !cap.isPositive() || cap.isBelow(step.least()))
                .isPresent();
    return (isBounded && needsNone) || crossed
        ? fault(Code.BOUNDS_SENSELESS, "%s: the bounds of '%s'", place, step.taker().name())
        : Stream.empty();
  }

  private Stream<TermsFault> remainder() {
    return Stream.iterate(0, i -> i < steps.size() - 1, i -> i + 1)
        .filter(i -> steps.get(i).measure() instanceof Measure.Rest)
        .flatMap(
            i ->
                fault(Code.REMAINDER_NOT_LAST, "%s: step %d takes all that is left", place, i + 1));
  }

  private Stream<TermsFault> whole() {
    Optional<Money> passed = firstBand(band -> rates.most(band).compareTo(Rational.ONE) > 0);
    boolean leavesNothing = firstBand(band -> !rates.most(band).equals(Rational.ONE)).isEmpty();
    if (passed.isPresent() || (rates.takeAmounts() && leavesNothing)) {
      Money band = passed.orElse(Money.ZERO);
      return fault(Code.WHOLE_PASSED, "%s gives %s", place, inWords(rates.most(band), band));
    }
    Optional<Money> missed =
        firstBand(band -> !rates.takeAll() && rates.least(band).compareTo(Rational.ONE) < 0);
    return missed.stream()
        .map(band -> inWords(rates.least(band), band))
        .flatMap(
            given -> fault(Code.WHOLE_NOT_REACHED, "%s gives %s and no remainder", place, given));
  }

  private Optional<Money> firstBand(Predicate<Money> such) {
    return rates.bands().stream().filter(such).findFirst();
  }

  private String inWords(Rational rate, Money band) {
    return Percentage.roundedOf(rate)
        + (rates.takeAmounts() ? " and fixed amounts" : "")
        + (band.isZero() ? "" : " from " + band);
  }

  private Stream<TermsFault> floors(Money ceiling) {
    Rational promised =
        steps.stream()
            .map(step -> step.measure().sum().orElse(step.least()))
            .map(Rational::fenOf)
            .reduce(Rational.ZERO, Rational::plus);
    return promised.compareTo(Rational.fenOf(ceiling)) > 0
        ? fault(Code.FLOORS_PASS_WHOLE, "%s promises more than %s", place, ceiling)
        : Stream.empty();
  }

  private static Stream<TermsFault> fault(Code code, String form, Object... values) {
    return Stream.of(new TermsFault(code, form.formatted(values)));
  }
}
