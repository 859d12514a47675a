package eco.exchange.sharing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The two forms in which sharing terms are written, and which terms the first can say. */
final class TermsForm {

  /** The form of terms with fixed amounts, percentages, remainders and groups alone. */
  static final String FIRST_FORM = "eco.exchange/sharing-terms/1";

  /** The form of all other terms. */
  static final String SECOND_FORM = "eco.exchange/sharing-terms/2";

  /** The rule of rounding, which every form names. */
  static final String RESIDUE = "LARGEST_REMAINDER_CARRIED_FORWARD";

  private static final Set<Principle> LATER_GROUNDS =
      EnumSet.of(Principle.PLEDGEE, Principle.HOUSEHOLD);

  private static final Set<Income> FIRST_INCOMES = EnumSet.of(Income.PRICE, Income.REVENUE);

  private TermsForm() {}

  /** The form in which terms are written: the first if it can say them. */
  static String of(SharingTerms terms) {
    boolean first =
        terms.payees().stream().noneMatch(payee -> LATER_GROUNDS.contains(payee.principle()))
            && terms.waterfalls().stream()
                .allMatch(
                    it -> FIRST_INCOMES.contains(it.income()) && areOfTheFirstForm(it.steps()));
    return first ? FIRST_FORM : SECOND_FORM;
  }

  private static boolean areOfTheFirstForm(List<Step> steps) {
    return steps.stream().allMatch(TermsForm::isOfTheFirstForm);
  }

  private static boolean isOfTheFirstForm(Step step) {
    boolean isBounded = step.hasFloor() || step.most().isPresent();
    Taker taker = step.taker();
    // The first form is closed: no measure is ever added to it.
    boolean isPlain =
        taker instanceof Taker.One
            ? step.measure() instanceof Measure.Percent
                || step.measure() instanceof Measure.Fixed
                || step.measure() instanceof Measure.Rest
            : taker instanceof Taker.Group && step.measure() instanceof Measure.Percent;
    return isPlain && !isBounded && areOfTheFirstForm(taker.steps());
  }
}
