package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Rational;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The basis of a distribution: all that it depends on besides the terms and the amount.
 *
 * <p>The first two are what the distribution before has left, of the same kind of income; the other
 * two are facts of the year. Who has this value, the terms and the amount can compute every part
 * again.
 *
 * @param carried what each payee is still short of, in fen, negative if it is ahead; a payee not
 *     named has nothing carried
 * @param recouped what each payee has recovered towards its sum, in fen; a payee not named, nothing
 * @param pledgeDue what each pledgee is owed now; a payee not named is owed nothing, for a pledge
 *     exists only when it is registered
 * @param erosion the monitored erosion of the watershed, in tonnes per square kilometre and year;
 *     if nobody has monitored, it counts as above every threshold, so that not to look never pays
 * @param earlier what was shared of the same year before, of which this is a supplement; nothing of
 *     everything else. Then 'recouped' and 'pledgeDue' are without what the year itself has given.
 */
public record DistributionBasis(
    Map<String, Rational> carried,
    Map<String, Rational> recouped,
    Map<String, Money> pledgeDue,
    Optional<Integer> erosion,
    Money earlier) {

  /** That of a first distribution of which nothing else is known. */
  public static final DistributionBasis NONE =
      new DistributionBasis(Map.of(), Map.of(), Map.of(), Optional.empty());

  /** The basis of an income that is no supplement of another. */
  public DistributionBasis(
      Map<String, Rational> carried,
      Map<String, Rational> recouped,
      Map<String, Money> pledgeDue,
      Optional<Integer> erosion) {
    this(carried, recouped, pledgeDue, erosion, Money.ZERO);
  }

  /** Copies the maps. */
  public DistributionBasis {
    carried = Map.copyOf(carried);
    recouped = Map.copyOf(recouped);
    pledgeDue = Map.copyOf(pledgeDue);
  }

  /** What the distribution before has left, with the facts of this year. */
  public DistributionBasis knowing(Map<String, Money> pledgesDue, Optional<Integer> monitored) {
    return new DistributionBasis(carried, recouped, pledgesDue, monitored, earlier);
  }

  /**
   * The basis of a supplement of a year of which something was shared before.
   *
   * @param before what was shared of the year
   * @param inTheYear what each payee has recovered by what was shared of the year
   */
  public DistributionBasis supplementing(Money before, Map<String, Rational> inTheYear) {
    Map<String, Rational> inOthers = new HashMap<>(recouped);
    inTheYear.forEach((payee, fen) -> inOthers.merge(payee, fen.negated(), Rational::plus));
    return new DistributionBasis(carried, inOthers, pledgeDue, erosion, before);
  }

  /** What was carried for a payee, in fen. */
  public Rational carriedFor(String payee) {
    return carried.getOrDefault(payee, Rational.ZERO);
  }

  /** What a payee had recovered, in fen. */
  public Rational recoupedBy(String payee) {
    return recouped.getOrDefault(payee, Rational.ZERO);
  }

  /** What is owed to a pledgee. */
  public Money owedTo(String payee) {
    return pledgeDue.getOrDefault(payee, Money.ZERO);
  }

  boolean erodesMoreThan(int threshold) {
    return erosion.map(monitored -> monitored > threshold).orElse(true);
  }
}
