package eco.exchange.contracts.clause;

import eco.exchange.sharing.Income;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a waterfall with the number under which it is printed, and its words.
 *
 * @param number the number, for example '4.1' for the first step of the group that is step 4
 * @param step the step
 */
public record NumberedStep(String number, Step step) {

  /** Every step of a waterfall, a group before its own steps. */
  public static List<NumberedStep> of(SharingTerms terms, Income income) {
    List<NumberedStep> numbered = new ArrayList<>();
    add(terms.waterfall(income).steps(), "", numbered);
    return List.copyOf(numbered);
  }

  /** The steps that pay somebody, in the order in which a distribution lists its entitlements. */
  public static List<NumberedStep> paying(SharingTerms terms, Income income) {
    return of(terms, income).stream().filter(step -> !(step.step() instanceof Step.Group)).toList();
  }

  private static void add(List<Step> steps, String prefix, List<NumberedStep> numbered) {
    for (int i = 0; i < steps.size(); i++) {
      String number = prefix + (i + 1);
      numbered.add(new NumberedStep(number, steps.get(i)));
      if (steps.get(i) instanceof Step.Group group) {
        add(group.steps(), number + ".", numbered);
      }
    }
  }

  /** Who is paid, or the name of the group. */
  public String whom(SharingTerms terms) {
    return switch (step) {
      case Step.Fixed fixed -> terms.payee(fixed.payee()).name();
      case Step.Percent percent -> terms.payee(percent.payee()).name();
      case Step.Remainder rest -> terms.payee(rest.payee()).name();
      case Step.Group group -> "（分组）" + group.name();
    };
  }

  /** How much, in words. */
  public String rule() {
    String whole = number.contains(".") ? "本组" : "收入";
    return switch (step) {
      case Step.Fixed fixed -> "固定金额" + Wording.full(fixed.amount());
      case Step.Percent percent -> "%s全额的%s%%".formatted(whole, percent.share().inPercent());
      case Step.Remainder rest -> whole + "其余全部";
      case Step.Group group -> "%s全额的%s%%，按下列各步再分".formatted(whole, group.share().inPercent());
    };
  }
}
