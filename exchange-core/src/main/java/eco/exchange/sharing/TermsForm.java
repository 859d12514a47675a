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

  private TermsForm() {}

  /** The form in which terms are written: the first if it can say them. */
  static String of(SharingTerms terms) {
    boolean first =
        terms.payees().stream().noneMatch(payee -> LATER_GROUNDS.contains(payee.principle()))
            && terms.waterfalls().stream()
                .allMatch(it -> it.income().isAlwaysShared() && areOfTheFirstForm(it.steps()));
    return first ? FIRST_FORM : SECOND_FORM;
  }

  private static boolean areOfTheFirstForm(List<Step> steps) {
    return steps.stream().allMatch(TermsForm::isOfTheFirstForm);
  }

  private static boolean isOfTheFirstForm(Step step) {
    boolean isBounded = step.hasFloor() || step.most().isPresent();
    boolean isPlain =
        switch (step.measure()) {
          case Measure.Percent percent ->
              step.taker() instanceof Taker.One || step.taker() instanceof Taker.Group;
          case Measure.Fixed fixed -> step.taker() instanceof Taker.One;
          case Measure.Rest rest -> step.taker() instanceof Taker.One;
          case Measure.Rising rising -> false;
          case Measure.Fraction fraction -> false;
          case Measure.Tiers tiers -> false;
          case Measure.Owed owed -> false;
        };
    return isPlain && !isBounded && areOfTheFirstForm(step.taker().steps());
  }
}
