package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.sharing.TermsFault.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The check of sharing terms, which finds everything that is wrong with them, so that it can be
 * told at once. Terms without faults can be run and read; whom they must pay besides is for the
 * edition of the rules to say.
 */
public final class TermsCheck {

  private static final int PAYEES_MAX = 500;
  private static final int STEPS_MAX = 4_096;
  private static final int DEPTH_MAX = 8;
  // Every fraction of a fen that can ever be carried stays short enough to be read.
  private static final BigInteger DENOMINATOR_MAX = BigInteger.TEN.pow(12);

  private final SharingTerms terms;
  private final List<TermsFault> faults = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> paid = new HashSet<>();
  private BigInteger denominator = BigInteger.ONE;
  private int steps;

  private TermsCheck(SharingTerms terms) {
    this.terms = terms;
  }

  /** Everything that is wrong with these terms; empty if a contract may be drawn from them. */
  public static List<TermsFault> faultsOf(SharingTerms terms) {
    TermsCheck check = new TermsCheck(terms);
    check.payees();
    check.waterfalls();
    check.everyPayeeIsPaid();
    return check.faults.stream().sorted(Comparator.comparing(TermsFault::code)).toList();
  }

  private void payees() {
    for (Payee payee : terms.payees()) {
      if (!known.add(payee.key())) {
        fault(Code.PAYEE_TWICE, "payee '%s' is named twice", payee.key());
      }
    }
    if (terms.payees().size() > PAYEES_MAX) {
      fault(Code.TOO_LARGE, "%d payees, at most %d", terms.payees().size(), PAYEES_MAX);
    }
  }

  private void waterfalls() {
    for (Income income : Income.values()) {
      long count = terms.waterfalls().stream().filter(w -> w.income() == income).count();
      if (count > 1 || (count == 0 && income.isAlwaysShared())) {
        fault(Code.INCOME_NOT_SHARED_ONCE, "%s has %d waterfalls, needs one", income, count);
      }
    }
    for (Waterfall waterfall : terms.waterfalls()) {
      String place = waterfall.income().name();
      int before = faults.size();
      steps(place, waterfall.steps(), 1, Optional.empty());
      boolean isTooDeep =
          faults.subList(before, faults.size()).stream()
              .anyMatch(fault -> fault.code() == Code.TOO_LARGE);
      if (!isTooDeep) {
        PrincipleCheck.faultsOf(place, terms.payees(), waterfall.steps()).forEach(faults::add);
      }
    }
    if (steps > STEPS_MAX) {
      fault(Code.TOO_LARGE, "%d steps, at most %d", steps, STEPS_MAX);
    }
    if (denominator.compareTo(DENOMINATOR_MAX) > 0) {
      fault(Code.TOO_LARGE, "the fractions have no common denominator up to %s", DENOMINATOR_MAX);
    }
  }

  private void steps(String place, List<Step> list, int depth, Optional<Money> ceiling) {
    if (depth > DEPTH_MAX) {
      fault(Code.TOO_LARGE, "%s is nested deeper than %d", place, DEPTH_MAX);
      return;
    }
    StepsCheck.faultsOf(place, list, ceiling).forEach(faults::add);
    for (Step step : list) {
      steps++;
      denominator = inCommon(step.measure());
      step.taker().paid().ifPresent(payee -> pays(place, payee));
      if (!(step.taker() instanceof Taker.One)) {
        String inside = place + "/" + step.taker().name();
        steps(inside, step.taker().steps(), depth + 1, most(step, ceiling));
      }
    }
  }

  /** The most that a step can give to those who share it out again, if there is a most. */
  private static Optional<Money> most(Step step, Optional<Money> ceiling) {
    Optional<Money> most = step.measure().sum().or(step::most);
    return Stream.concat(most.stream(), ceiling.stream()).min(Comparator.naturalOrder());
  }

  private BigInteger inCommon(Measure measure) {
    boolean grows =
        measure instanceof Measure.Fraction && denominator.compareTo(DENOMINATOR_MAX) <= 0;
    if (!grows) {
      return denominator;
    }
    BigInteger next = BigInteger.valueOf(((Measure.Fraction) measure).denominator());
    return next.signum() > 0
        ? denominator.divide(denominator.gcd(next)).multiply(next)
        : denominator;
  }

  private void pays(String place, String payee) {
    paid.add(payee);
    if (!known.contains(payee)) {
      fault(Code.PAYEE_UNKNOWN, "%s pays '%s', who is not a payee", place, payee);
    }
  }

  private void everyPayeeIsPaid() {
    for (String key : known) {
      if (!paid.contains(key)) {
        fault(Code.PAYEE_UNPAID, "no step pays '%s'", key);
      }
    }
  }

  private void fault(Code code, String form, Object... values) {
    faults.add(new TermsFault(code, form.formatted(values)));
  }
}
