package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The check of the steps of one waterfall or group: that they share out the whole. */
final class StepsCheck {

  private static final Rational HUNDRED = Rational.of(100);

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
    return switch (step.measure()) {
      case Measure.Fixed fixed -> positive(step, fixed.amount().isPositive());
      case Measure.Percent percent -> positive(step, percent.share().ppm() > 0);
      case Measure.Rising rising ->
          positive(step, rising.rise().ppm() > 0 && rising.threshold() >= 0);
      case Measure.Fraction fraction ->
          fraction.denominator() > 0
              ? positive(step, fraction.numerator() > 0)
              : fault(
                  Code.FRACTION_OF_NOUGHT, "%s gives '%s' such a part", place, step.taker().name());
      case Measure.Tiers tiers ->
          Stream.concat(
              positive(step, tiers.tiers().stream().anyMatch(tier -> tier.share().ppm() > 0)),
              rise(step, tiers.tiers()));
      case Measure.Owed owed -> Stream.empty();
      case Measure.Rest rest -> Stream.empty();
    };
  }

  private Stream<TermsFault> positive(Step step, boolean isPositive) {
    boolean recoupsSomething =
        !(step.taker() instanceof Taker.Recoup recoup) || recoup.until().isPositive();
    return isPositive && recoupsSomething
        ? Stream.empty()
        : fault(Code.STEP_NOT_POSITIVE, "%s gives '%s' nothing", place, step.taker().name());
  }

  private Stream<TermsFault> rise(Step step, List<Measure.Tier> tiers) {
    boolean risesFromNought = !tiers.isEmpty() && tiers.getFirst().from().isZero();
    for (int i = 1; i < tiers.size(); i++) {
      risesFromNought &= tiers.get(i - 1).from().isBelow(tiers.get(i).from());
    }
    return risesFromNought
        ? Stream.empty()
        : fault(Code.TIERS_NOT_RISING, "%s: the bands of '%s'", place, step.taker().name());
  }

  private Stream<TermsFault> bounds(Step step) {
    boolean isBounded = step.hasFloor() || step.most().isPresent();
    boolean needsNone =
        step.measure() instanceof Measure.Fixed || step.measure() instanceof Measure.Rest;
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
    return rate.times(HUNDRED)
        + " %"
        + (rates.takeAmounts() ? " and fixed amounts" : "")
        + (band.isZero() ? "" : " from " + band);
  }

  private Stream<TermsFault> floors(Money ceiling) {
    Rational promised =
        steps.stream()
            .map(step -> step.measure() instanceof Measure.Fixed it ? it.amount() : step.least())
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
