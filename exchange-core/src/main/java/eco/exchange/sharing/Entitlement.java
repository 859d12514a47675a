package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one step gives to one payee, exactly, before anything is rounded.
 *
 * @param payee the key of the payee
 * @param step the step that gives it, a leaf of the waterfall
 * @param base the amount in fen of which a percentage was taken: the whole of the waterfall or
 *     group
 * @param exact the amount in fen, with every fraction
 */
public record Entitlement(String payee, Step step, BigDecimal base, BigDecimal exact) {

  /** Takes the steps of a waterfall in order. */
  static List<Entitlement> of(Waterfall waterfall, Money whole) {
    List<Entitlement> entitlements = new ArrayList<>();
    take(waterfall.steps(), BigDecimal.valueOf(whole.fen()), entitlements);
    return List.copyOf(entitlements);
  }

  private static void take(List<Step> steps, BigDecimal whole, List<Entitlement> taken) {
    BigDecimal left = whole;
    for (Step step : steps) {
      BigDecimal part = wanted(step, whole, left).min(left);
      left = left.subtract(part);
      switch (step) {
        case Step.Fixed fixed -> taken.add(new Entitlement(fixed.payee(), step, whole, part));
        case Step.Percent percent -> taken.add(new Entitlement(percent.payee(), step, whole, part));
        case Step.Remainder rest -> taken.add(new Entitlement(rest.payee(), step, whole, part));
        case Step.Group group -> take(group.steps(), part, taken);
      }
    }
  }

  private static BigDecimal wanted(Step step, BigDecimal whole, BigDecimal left) {
    return switch (step) {
      case Step.Fixed fixed -> BigDecimal.valueOf(fixed.amount().fen());
      case Step.Percent percent -> percent.share().of(whole);
      case Step.Group group -> group.share().of(whole);
      case Step.Remainder rest -> left;
    };
  }
}
