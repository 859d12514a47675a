package eco.exchange.contracts.english;

import eco.exchange.contracts.clause.NumberedStep;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import java.util.stream.Collectors;

/** Words one step of a waterfall in English. */
record EnglishStep(NumberedStep numbered) {

  String whom(SharingTerms terms) {
    return switch (step().taker()) {
      case Taker.One one -> terms.payee(one.payee()).name();
      case Taker.Recoup recoup -> terms.payee(recoup.payee()).name();
      case Taker.Group group -> "(group) " + group.name();
      case Taker.Collective layer -> "(collective) " + layer.name();
    };
  }

  String rule() {
    return measure() + bounds() + further();
  }

  private Step step() {
    return numbered.step();
  }

  private String measure() {
    String whole = numbered.number().contains(".") ? "the group's sum" : "the income";
    return switch (step().measure()) {
      case Measure.Fixed fixed -> "the fixed sum of " + EnglishWording.amount(fixed.amount());
      case Measure.Percent percent -> "%s%% of %s".formatted(percent.share().inPercent(), whole);
      case Measure.Rising rising ->
          ("%s%% of %s; %s points more where the monitored erosion exceeds %,d t/(km²·a) or was not"
                  + " monitored")
              .formatted(
                  rising.share().inPercent(), whole, rising.rise().inPercent(), rising.threshold());
      case Measure.Fraction fraction ->
          "%d/%d of %s".formatted(fraction.numerator(), fraction.denominator(), whole);
      case Measure.Tiers tiers ->
          tiers.tiers().stream()
              .map(EnglishStep::band)
              .collect(Collectors.joining(", ", "of " + whole + ", band by band: ", ""));
      case Measure.Owed owed -> "what is due on registered pledges, as the statement tells it";
      case Measure.Rest rest -> "all the rest of " + whole;
    };
  }

  private static String band(Measure.Tier tier) {
    return "%s%% of what exceeds CNY %s"
        .formatted(tier.share().inPercent(), ChineseWording.figures(tier.from()));
  }

  private String bounds() {
    return (step().hasFloor() ? "; at least " + EnglishWording.amount(step().least()) : "")
        + step().most().map(cap -> "; at most " + EnglishWording.amount(cap)).orElse("");
  }

  private String further() {
    return switch (step().taker()) {
      case Taker.One one -> "";
      case Taker.Group group -> ", shared further by the steps below";
      case Taker.Collective layer ->
          (", shared further by the steps below: first the funds, then the members, %s, as on the"
                  + " roster of %s")
              .formatted(
                  EnglishWording.rule(layer.roster().rule()),
                  EnglishWording.day(layer.roster().on()));
      case Taker.Recoup recoup ->
          (", until %s have been recovered from this kind of income; what comes after is shared by"
                  + " the steps below")
              .formatted(EnglishWording.amount(recoup.until()));
    };
  }
}
