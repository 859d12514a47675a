package eco.exchange.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON form of measures: the word of a step, and the fields that say how much it takes. */
final class MeasureJson {

  private MeasureJson() {}

  /** The word for a step; the first form has called a percentage for a group by its own. */
  static String word(Step step) {
    return switch (step.measure()) {
      case Measure.Fixed fixed -> "fixed";
      case Measure.Percent percent -> step.taker() instanceof Taker.Group ? "group" : "percent";
      case Measure.Rising rising -> "rising";
      case Measure.Fraction fraction -> "fraction";
      case Measure.Tiers tiers -> "tiers";
      case Measure.Owed owed -> "owed";
      case Measure.Rest rest -> "remainder";
    };
  }

  static Measure read(String word, JsonFields json) {
    return switch (word) {
      case "fixed" -> new Measure.Fixed(json.money("amount"));
      case "percent", "group" -> new Measure.Percent(json.share("ppm"));
      case "rising" ->
          new Measure.Rising(json.share("ppm"), json.number("threshold"), json.share("rise"));
      case "fraction" -> new Measure.Fraction(json.number("numerator"), json.number("denominator"));
      case "tiers" -> new Measure.Tiers(json.list("tiers", MeasureJson::tier));
      case "owed" -> new Measure.Owed();
      case "remainder" -> new Measure.Rest();
      default -> throw new IllegalArgumentException("no such step: " + word);
    };
  }

  private static Measure.Tier tier(JsonFields json) {
    Measure.Tier tier = new Measure.Tier(json.money("from"), json.share("ppm"));
    json.end();
    return tier;
  }

  static void write(Measure measure, ObjectNode json) {
    switch (measure) {
      case Measure.Fixed fixed -> json.put("amount", fixed.amount().decimal());
      case Measure.Percent percent -> json.put("ppm", percent.share().ppm());
      case Measure.Rising rising ->
          json.put("ppm", rising.share().ppm())
              .put("threshold", rising.threshold())
              .put("rise", rising.rise().ppm());
      case Measure.Fraction fraction ->
          json.put("numerator", fraction.numerator()).put("denominator", fraction.denominator());
      case Measure.Tiers tiers -> write(tiers, json.putArray("tiers"));
      case Measure.Owed owed -> {}
      case Measure.Rest rest -> {}
    }
  }

  private static void write(Measure.Tiers tiers, ArrayNode bands) {
    for (Measure.Tier tier : tiers.tiers()) {
      bands.addObject().put("from", tier.from().decimal()).put("ppm", tier.share().ppm());
    }
  }
}
