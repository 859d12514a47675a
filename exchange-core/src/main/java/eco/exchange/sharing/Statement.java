package eco.exchange.sharing;

import static java.util.stream.Collectors.toMap;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.List;
import java.util.Map;

/**
 * One distribution as it is stated, with all that is needed to compute it again.
 *
 * @param contract the contract by whose terms was shared
 * @param termsHash the SHA-256 of those terms
 * @param income the kind of income
 * @param occasion what the income was paid for
 * @param whole what came in
 * @param standing what the distribution depended on besides
 * @param parts what each payee was paid, is still short of after, and has recovered
 */
public record Statement(
    ContractId contract,
    String termsHash,
    Income income,
    Occasion occasion,
    Money whole,
    DistributionBasis standing,
    List<Distribution.Part> parts) {

  /** Copies the list, and rejects an occasion for which no such income is paid. */
  public Statement {
    if (!income.isPaidFor(occasion)) {
      throw new IllegalArgumentException("no %s is paid for %s".formatted(income, occasion));
    }
    if (standing.earlier().isPositive() && !(occasion instanceof Occasion.Supplement)) {
      throw new IllegalArgumentException("%s supplements nothing".formatted(occasion));
    }
    parts = List.copyOf(parts);
  }

  /** What it was for, as it is printed: the price, or the year of an income. */
  public String occasionZh() {
    return switch (income) {
      case REVENUE -> occasion.zh();
      case PRICE, INSTALMENT, COMPENSATION, PENALTY -> income.zh(occasion);
    };
  }

  /** What the next statement of the same kind of income must start from, but for its facts. */
  public DistributionBasis left() {
    return Distribution.standingAfter(parts);
  }

  /** What each payee has recovered by what was shared of the year so far. */
  public Map<String, Rational> recovered() {
    return parts.stream()
        .collect(
            toMap(
                Distribution.Part::payee,
                part -> part.recouped().minus(standing.recoupedBy(part.payee()))));
  }

  /** Whether it says more than the first form of a statement can. */
  boolean saysMore() {
    boolean isRecouped =
        parts.stream().anyMatch(part -> part.recouped().signum() != 0)
            || standing.recouped().values().stream().anyMatch(fen -> fen.signum() != 0);
    boolean isNoDecimal =
        parts.stream().anyMatch(part -> !part.carry().isDecimal())
            || standing.carried().values().stream().anyMatch(fen -> !fen.isDecimal());
    return isRecouped
        || isNoDecimal
        || !standing.pledgeDue().isEmpty()
        || standing.earlier().isPositive()
        || standing.erosion().isPresent();
  }
}
