package eco.exchange.sharing;

import eco.exchange.money.Share;
import eco.exchange.sharing.TermsFault.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with sharing terms, so that it can be told at once. */
final class TermsCheck {

  private static final Set<Principle> MUST_BENEFIT =
      EnumSet.of(Principle.INVESTS, Principle.OWNS, Principle.OPERATES);
  private static final int PAYEES_MAX = 64;
  private static final int STEPS_MAX = 256;
  private static final int DEPTH_MAX = 8;

  private final SharingTerms terms;
  private final List<TermsFault> faults = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> paid = new HashSet<>();
  private int steps;

  private TermsCheck(SharingTerms terms) {
    this.terms = terms;
  }

  static List<TermsFault> faultsOf(SharingTerms terms) {
    TermsCheck check = new TermsCheck(terms);
    check.payees();
    check.waterfalls();
    check.everyPayeeIsPaid();
    check.everyPrincipleHasAPayee();
    return check.faults.stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
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
      if (count != 1) {
        fault(Code.INCOME_NOT_SHARED_ONCE, "%s has %d waterfalls, needs one", income, count);
      }
    }
    for (Waterfall waterfall : terms.waterfalls()) {
      steps(waterfall.income().name(), waterfall.steps(), 1);
      if (!paysTheWatershed(waterfall.steps(), 1)) {
        fault(Code.REINVESTMENT_MISSING, "%s pays nothing back", waterfall.income());
      }
    }
    if (steps > STEPS_MAX) {
      fault(Code.TOO_LARGE, "%d steps, at most %d", steps, STEPS_MAX);
    }
  }

  private void steps(String place, List<Step> list, int depth) {
    if (list.isEmpty()) {
      fault(Code.STEPS_MISSING, "%s has no step", place);
    }
    for (int i = 0; i < list.size(); i++) {
      steps++;
      step(place, list.get(i), depth);
      if (list.get(i) instanceof Step.Remainder && i < list.size() - 1) {
        fault(Code.REMAINDER_NOT_LAST, "%s: step %d takes all that is left", place, i + 1);
      }
    }
    whole(place, list);
  }

  private void step(String place, Step step, int depth) {
    switch (step) {
      case Step.Fixed fixed -> {
        pays(place, fixed.payee());
        positive(place, fixed.payee(), fixed.amount().isPositive());
      }
      case Step.Percent percent -> {
        pays(place, percent.payee());
        positive(place, percent.payee(), percent.share().ppm() > 0);
      }
      case Step.Remainder rest -> pays(place, rest.payee());
      case Step.Group group -> group(place + "/" + group.name(), group, depth);
    }
  }

  private void group(String place, Step.Group group, int depth) {
    positive(place, group.name(), group.share().ppm() > 0);
    if (depth >= DEPTH_MAX) {
      fault(Code.TOO_LARGE, "%s is nested deeper than %d", place, DEPTH_MAX);
    } else {
      steps(place, group.steps(), depth + 1);
    }
  }

  private void pays(String place, String payee) {
    paid.add(payee);
    if (!known.contains(payee)) {
      fault(Code.PAYEE_UNKNOWN, "%s pays '%s', who is not a payee", place, payee);
    }
  }

  private void positive(String place, String payee, boolean isPositive) {
    if (!isPositive) {
      fault(Code.STEP_NOT_POSITIVE, "%s gives '%s' nothing", place, payee);
    }
  }

  private void whole(String place, List<Step> list) {
    long ppm = list.stream().mapToLong(TermsCheck::ppm).sum();
    boolean takesRest = !list.isEmpty() && list.getLast() instanceof Step.Remainder;
    boolean hasFixed = list.stream().anyMatch(Step.Fixed.class::isInstance);
    if (ppm > Share.WHOLE_PPM || (hasFixed && ppm == Share.WHOLE_PPM)) {
      fault(Code.WHOLE_PASSED, "%s gives %s", place, inWords(ppm, hasFixed));
    } else if (ppm < Share.WHOLE_PPM && !takesRest) {
      fault(Code.WHOLE_NOT_REACHED, "%s gives %s and no remainder", place, inWords(ppm, hasFixed));
    }
  }

  private static String inWords(long ppm, boolean hasFixed) {
    String percent = BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString();
    return percent + " %" + (hasFixed ? " and fixed amounts" : "");
  }

  private static long ppm(Step step) {
    return switch (step) {
      case Step.Percent percent -> percent.share().ppm();
      case Step.Group group -> group.share().ppm();
      case Step.Fixed fixed -> 0;
      case Step.Remainder rest -> 0;
    };
  }

  private boolean paysTheWatershed(List<Step> list, int depth) {
    return list.stream()
        .anyMatch(
            step ->
                switch (step) {
                  case Step.Fixed fixed -> isWatershed(fixed.payee());
                  case Step.Percent percent -> isWatershed(percent.payee());
                  case Step.Remainder rest -> isWatershed(rest.payee());
                  case Step.Group group ->
                      depth < DEPTH_MAX && paysTheWatershed(group.steps(), depth + 1);
                });
  }

  private boolean isWatershed(String key) {
    return terms.payees().stream()
        .anyMatch(p -> p.key().equals(key) && p.principle() == Principle.WATERSHED);
  }

  private void everyPayeeIsPaid() {
    for (String key : known) {
      if (!paid.contains(key)) {
        fault(Code.PAYEE_UNPAID, "no step pays '%s'", key);
      }
    }
  }

  private void everyPrincipleHasAPayee() {
    for (Principle principle : MUST_BENEFIT) {
      if (terms.payees().stream().noneMatch(payee -> payee.principle() == principle)) {
        fault(Code.PRINCIPLE_WITHOUT_PAYEE, "nobody is paid as %s (%s)", principle, principle.zh());
      }
    }
  }

  private void fault(Code code, String form, Object... values) {
    faults.add(new TermsFault(code, form.formatted(values)));
  }
}
