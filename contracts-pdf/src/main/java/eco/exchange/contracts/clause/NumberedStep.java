package eco.exchange.contracts.clause;

import eco.exchange.contracts.sentence.Sentence;
import eco.exchange.contracts.sentence.Sentences;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a waterfall with the number under which it is printed, and its words.
 *
 * @param number the number, for example '4.1' for the first step of the group that is step 4
 * @param step the step
 */
public record NumberedStep(String number, Step step) {

  /** Every step of a waterfall, a group before its own steps; none of what is not shared. */
  public static List<NumberedStep> of(SharingTerms terms, Income income) {
    if (!terms.shares(income)) {
      return List.of();
    }
    List<NumberedStep> numbered = new ArrayList<>();
    add(terms.waterfall(income).steps(), "", numbered);
    return List.copyOf(numbered);
  }

  /** The steps that pay somebody, in the order in which a distribution lists its entitlements. */
  public static List<NumberedStep> paying(SharingTerms terms, Income income) {
    return of(terms, income).stream()
        .filter(step -> step.step().taker().paid().isPresent())
        .toList();
  }

  private static void add(List<Step> steps, String prefix, List<NumberedStep> numbered) {
    for (int i = 0; i < steps.size(); i++) {
      String number = prefix + (i + 1);
      numbered.add(new NumberedStep(number, steps.get(i)));
      add(steps.get(i).taker().steps(), number + ".", numbered);
    }
  }

  /** Who is paid, or the name of the group. */
  public String whom(SharingTerms terms, Sentences say) {
    return switch (step.taker()) {
      case Taker.One one -> terms.payee(one.payee()).name();
      case Taker.Recoup recoup -> terms.payee(recoup.payee()).name();
      case Taker.Group group -> say.of("step.group").with("name", group.name()).text();
      case Taker.Collective layer -> say.of("step.collective").with("name", layer.name()).text();
    };
  }

  /** How much, in words. */
  public String rule(Sentences say) {
    String rule = measure(say).text();
    if (step.hasFloor()) {
      rule = say.of("step.least").with("rule", rule).with("amount", step.least()).text();
    }
    if (step.most().isPresent()) {
      rule = say.of("step.most").with("rule", rule).with("amount", step.most().get()).text();
    }
    return further(rule, say);
  }

  private Sentence measure(Sentences say) {
    Sentence whole = say.of(number.contains(".") ? "step.whole.group" : "step.whole.income");
    return switch (step.measure()) {
      case Measure.Fixed fixed -> say.of("step.fixed").with("amount", fixed.amount());
      case Measure.Percent percent ->
          say.of("step.percent").with("whole", whole).with("share", percent.share());
      case Measure.Rising rising ->
          say.of("step.rising")
              .with("whole", whole)
              .with("share", rising.share())
              .with("threshold", BigDecimal.valueOf(rising.threshold()))
              .with("rise", rising.rise());
      case Measure.Fraction fraction ->
          say.of("step.fraction")
              .with("whole", whole)
              .with("numerator", fraction.numerator())
              .with("denominator", fraction.denominator());
      case Measure.Tiers tiers ->
          say.of("step.tiers").with("whole", whole).with("bands", bands(tiers, say));
      case Measure.Owed owed -> say.of("step.owed");
      case Measure.Rest rest -> say.of("step.rest").with("whole", whole);
    };
  }

  private static String bands(Measure.Tiers tiers, Sentences say) {
    return say.list(
        "step.tiers.list",
        tiers.tiers().stream()
            .map(
                tier ->
                    say.of("step.tiers.band")
                        .figures("from", tier.from())
                        .with("share", tier.share())
                        .text())
            .toList());
  }

  private String further(String rule, Sentences say) {
    return switch (step.taker()) {
      case Taker.One one -> rule;
      case Taker.Group group -> say.of("step.then.group").with("rule", rule).text();
      case Taker.Collective layer ->
          say.of("step.then.collective")
              .with("rule", rule)
              .with("members", layer.roster().rule(), Taker.Roster.Rule::zh)
              .with("day", layer.roster().on())
              .text();
      case Taker.Recoup recoup ->
          say.of("step.then.recoup").with("rule", rule).with("amount", recoup.until()).text();
    };
  }
}
