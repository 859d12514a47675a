package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One income as it was shared: the exact entitlements, and what each payee is paid in whole fen.
 *
 * @param income the kind of income
 * @param whole what came in
 * @param entitlements what each step gave, exactly, in the order of the steps
 * @param parts what each payee is paid, in the order of the payees, one part for every payee
 */
public record Distribution(
    Income income, Money whole, List<Entitlement> entitlements, List<Part> parts) {

  /**
   * Copies the lists, and makes sure that the parts make the whole.
   *
   * @throws IllegalStateException if they do not, which would be our own mistake
   */
  public Distribution {
    entitlements = List.copyOf(entitlements);
    parts = List.copyOf(parts);
    Money sum = parts.stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    if (!sum.equals(whole)) {
      throw new IllegalStateException("parts make " + sum + ", not " + whole);
    }
  }

  /**
   * What one payee is paid.
   *
   * @param payee the key of the payee
   * @param amount the payment; not negative
   * @param carry what the payee is still short of, in fen, negative if it is ahead
   * @param recouped what the payee has recovered so far towards its sum, in fen
   */
  public record Part(String payee, Money amount, Rational carry, Rational recouped) {}

  /** What the next distribution of the same kind of income starts from. */
  public DistributionBasis standing() {
    return standingAfter(parts);
  }

  static DistributionBasis standingAfter(List<Part> parts) {
    Map<String, Rational> carried = new LinkedHashMap<>();
    Map<String, Rational> recouped = new LinkedHashMap<>();
    for (Part part : parts) {
      carried.put(part.payee(), part.carry());
      recouped.put(part.payee(), part.recouped());
    }
    return new DistributionBasis(carried, recouped, Map.of(), Optional.empty());
  }
}
