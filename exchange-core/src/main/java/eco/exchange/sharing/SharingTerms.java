package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * The revenue-sharing clauses of a contract, as data.
 *
 * <p>Each income goes through the steps of its waterfall: a {@link Taker} takes a {@link Measure}
 * of it within bounds. For example, the price may go wholly into the watershed, while of each
 * year's revenue 15 % go into the watershed, 25 % to the investor, and so on. No ratio is written
 * into the exchange: it comes from the contract, and a contract without one is refused.
 *
 * <p>Rounding has a rule of its own, named in every contract: each payee's exact entitlement
 * includes what earlier roundings left it short of or ahead by; whole fen are paid, and the fen
 * that are left over go one each to those with the largest fraction, by the order of the payees. So
 * the parts always make the whole, and what each payee has been paid over the years keeps within
 * one fen of its exact share, but for a year that brings several payees who are ahead less than
 * what they are ahead by; fixed amounts are exact even then (docs/adr/0018).
 *
 * <p>Source: the three principles of the revenue plan (who invests, owns, operates, benefits) and
 * the order of the waterfall follow the region's measures on trading, item 10; how much goes back
 * into the watershed is a parameter of the rules.
 *
 * @param payees everyone who may be paid, in the order that breaks ties
 * @param waterfalls one for each kind of income that is shared; the price always is, each year's
 *     revenue but in a pure sale
 */
public record SharingTerms(List<Payee> payees, List<Waterfall> waterfalls) {

  /** Copies the lists. Terms with faults can be held, so that all faults can be told at once. */
  public SharingTerms {
    payees = List.copyOf(payees);
    waterfalls = List.copyOf(waterfalls);
  }

  /**
   * The waterfall by which one kind of income is shared.
   *
   * @throws IllegalArgumentException if these terms do not {@linkplain #shares share} it
   */
  public Waterfall waterfall(Income income) {
    return found(income)
        .orElseThrow(() -> new IllegalArgumentException("no waterfall for " + income));
  }

  /** Whether these terms say how a kind of income is shared, by itself or like another. */
  public boolean shares(Income income) {
    return found(income).isPresent();
  }

  private Optional<Waterfall> found(Income income) {
    return stated(income)
        .or(() -> income.like().flatMap(kind -> stated(kind).stream()).findFirst());
  }

  private Optional<Waterfall> stated(Income income) {
    return waterfalls.stream().filter(waterfall -> waterfall.income() == income).findFirst();
  }

  /** The payee of a key. */
  public Payee payee(String key) {
    return payees.stream()
        .filter(payee -> payee.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no payee " + key));
  }

  /**
   * Shares an income among the payees. The parts always make the whole, to the fen.
   *
   * @param income the kind of income, which chooses the waterfall
   * @param whole what came in; not negative
   * @param standing what it depends on besides: what earlier distributions of the same kind of
   *     income left, the facts of the year, and what was shared of the same year before. Then the
   *     year is reckoned anew from all of it, and each gets what it has not got.
   * @throws IllegalArgumentException if these terms do not {@linkplain #shares share} it, or if it
   *     is negative
   */
  public Distribution distribute(Income income, Money whole, DistributionBasis standing) {
    if (whole.isBelow(Money.ZERO)) {
      throw new IllegalArgumentException("a negative income is not shared: " + whole);
    }
    WaterfallRun all =
        WaterfallRun.through(waterfall(income), standing.earlier().plus(whole), standing);
    WaterfallRun run =
        standing.earlier().isZero()
            ? all
            : all.less(WaterfallRun.through(waterfall(income), standing.earlier(), standing));
    List<Entitlement> given = new DefaultersPart(payees).passedOn(income, run.entitlements());
    return new Distribution(
        income, whole, given, Rounding.inWholeFen(payees, whole, given, run::recoupedBy, standing));
  }
}
