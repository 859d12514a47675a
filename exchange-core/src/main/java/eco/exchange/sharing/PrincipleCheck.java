package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.TermsFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The check of what the law says about who is paid: pledges, households, and the funds of a
 * collective. What the rules demand besides is for their edition to say.
 */
final class PrincipleCheck {

  /** 浙江省农村集体资产管理条例 30: the funds come first and are no less; Shanghai asks the same. */
  private static final Rational FUNDS_MIN = Rational.of(30, 100);

  private final String place;
  private final Map<String, Principle> grounds;
  private final List<TermsFault> faults = new ArrayList<>();

  private PrincipleCheck(String place, List<Payee> payees) {
    this.place = place;
    this.grounds =
        payees.stream()
            .collect(Collectors.toMap(Payee::key, Payee::principle, (first, second) -> first));
  }

  /**
   * The faults of a waterfall.
   *
   * @param steps its steps, which are not nested without end
   */
  static List<TermsFault> faultsOf(String place, List<Payee> payees, List<Step> steps) {
    PrincipleCheck check = new PrincipleCheck(place, payees);
    every(steps).forEach(check::pledge);
    every(steps).forEach(check::collective);
    return check.faults;
  }

  private void pledge(Step step) {
    boolean isOwed = step.measure() instanceof Measure.Owed;
    if (isOwed != pays(step, Principle.PLEDGEE)) {
      fault(Code.PLEDGE_UNCLEAR, "%s gives '%s' something else", place, step.taker().name());
    }
  }

  private void collective(Step step) {
    if (!(step.taker() instanceof Taker.Collective layer)) {
      return;
    }
    every(layer.steps())
        .filter(inner -> pays(inner, Principle.HOUSEHOLD))
        .forEach(
            inner ->
                fault(
                    Code.HOUSEHOLD_IN_COLLECTIVE,
                    "%s leads what is '%s''s through '%s'",
                    place,
                    inner.taker().name(),
                    layer.name()));
    Rational funds = setAside(layer.steps());
    if (funds.compareTo(FUNDS_MIN) < 0) {
      fault(
          Code.FUNDS_TOO_LOW,
          "%s: '%s' sets aside %s, at least %s",
          place,
          layer.name(),
          Percentage.roundedOf(funds),
          Percentage.roundedOf(FUNDS_MIN));
    }
  }

  /** What goes to the funds of every yuan before anybody else is paid. */
  private Rational setAside(List<Step> steps) {
    List<Step> first = steps.stream().takeWhile(step -> pays(step, Principle.COLLECTIVE)).toList();
    if (new StepRates(first).takeAll()) {
      return Rational.ONE;
    }
    return new StepRates(steps)
        .bands().stream()
            .map(band -> leastOf(first, band))
            .reduce(Rational::min)
            .orElse(Rational.ZERO);
  }

  private static Rational leastOf(List<Step> steps, Money band) {
    return steps.stream()
        .map(step -> StepRates.least(step, band))
        .reduce(Rational.ZERO, Rational::plus);
  }

  private boolean pays(Step step, Principle ground) {
    return step.taker().paid().filter(payee -> grounds.get(payee) == ground).isPresent();
  }

  /** Every step, and those of its groups after it. */
  private static Stream<Step> every(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> Stream.concat(Stream.of(step), every(step.taker().steps())));
  }

  private void fault(Code code, String form, Object... values) {
    faults.add(new TermsFault(code, form.formatted(values)));
  }
}
