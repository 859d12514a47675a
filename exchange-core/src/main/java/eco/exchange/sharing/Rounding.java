package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The residue rule: the largest remainder first, with what is left carried forward.
 *
 * <p>The sum of all that is carried is always nothing, so the exact amounts that enter a rounding
 * make a whole number of fen, and so do those that leave it.
 */
final class Rounding {

  /**
   * What each payee is short of, in fen, negative if it is ahead: this income's entitlements and
   * what was carried, less what it is paid.
   */
  private final Map<String, Rational> missing = new LinkedHashMap<>();

  private final Map<String, Long> paid = new HashMap<>();

  private Rounding(List<Payee> payees, List<Entitlement> entitlements, DistributionBasis standing) {
    payees.forEach(payee -> missing.put(payee.key(), standing.carriedFor(payee.key())));
    entitlements.forEach(part -> missing.merge(part.payee(), part.exact(), Rational::plus));
  }

  /** What each payee is paid, in the order of the payees, so that the parts make the whole. */
  static List<Distribution.Part> inWholeFen(
      List<Payee> payees,
      Money whole,
      List<Entitlement> entitlements,
      Function<String, Rational> recouped,
      DistributionBasis standing) {
    Rounding rounding = new Rounding(payees, entitlements, standing);
    rounding.payTheFloor();
    rounding.spread(whole, payee -> rounding.takesPart(payee, standing));
    return rounding.missing.keySet().stream()
        .map(payee -> rounding.part(payee, recouped.apply(payee)))
        .toList();
  }

  // Nobody is asked to pay back: who is ahead by a fraction gets nothing until it is used up.
  private void payTheFloor() {
    for (String payee : List.copyOf(missing.keySet())) {
      pay(payee, Math.max(0, shortBy(payee).floor()));
    }
  }

  /** Gives the fen that are left over, or takes back the missing ones, one a payee. */
  private void spread(Money whole, Predicate<String> takesPart) {
    long left = whole.fen() - paid.values().stream().mapToLong(Long::longValue).sum();
    for (; left > 0; left--) {
      pay(mostShort(), 1);
    }
    for (; left < 0; left++) {
      pay(leastShort(takesPart), -1);
    }
  }

  private void pay(String payee, long fen) {
    paid.merge(payee, fen, Long::sum);
    missing.merge(payee, Rational.of(-fen), Rational::plus);
  }

  // Fixed amounts and debts are whole fen and stay so: who has nothing else is never rounded.
  private boolean takesPart(String payee, DistributionBasis standing) {
    Rational carried = standing.carriedFor(payee);
    return carried.signum() != 0 || !shortBy(payee).isWhole();
  }

  // The payees keep their order, and of equals the first is found: that breaks ties.
  private String mostShort() {
    Comparator<String> byShortage = Comparator.comparing(this::shortBy);
    return missing.keySet().stream()
        .reduce((best, next) -> byShortage.compare(next, best) > 0 ? next : best)
        .orElseThrow();
  }

  private String leastShort(Predicate<String> takesPart) {
    return missing.keySet().stream()
        .filter(payee -> takesPart.test(payee) && paidTo(payee) > 0)
        .min(Comparator.comparing(this::shortBy))
        .orElseThrow();
  }

  private Rational shortBy(String payee) {
    return missing.getOrDefault(payee, Rational.ZERO);
  }

  private long paidTo(String payee) {
    return paid.getOrDefault(payee, 0L);
  }

  private Distribution.Part part(String payee, Rational recouped) {
    return new Distribution.Part(payee, new Money(paidTo(payee)), shortBy(payee), recouped);
  }
}
