package eco.exchange.sharing;

/** The words in which a refusal tells a step of a waterfall, for example '10 % of the whole'. */
final class StepWords {

  private StepWords() {}

  /** How much a step takes, without its bounds. */
  static String of(Step step) {
    return switch (step.measure()) {
      case Measure.Fixed fixed -> fixed.amount().toString();
      case Measure.Percent percent -> percent.share() + " of the whole";
      case Measure.Rising rising ->
          "%s of the whole, %s more while it erodes".formatted(rising.share(), rising.rise());
      case Measure.Fraction part ->
          "%d/%d of the whole".formatted(part.numerator(), part.denominator());
      case Measure.Tiers tiers -> "a part of each of %d bands".formatted(tiers.tiers().size());
      case Measure.Owed owed -> "what is owed on the pledge";
      case Measure.Rest rest -> "all that is left";
    };
  }
}
