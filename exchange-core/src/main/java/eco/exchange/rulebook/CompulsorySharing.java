package eco.exchange.rulebook;

import eco.exchange.market.RightKind;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsFault;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sharing that is compulsory where no document approves another: who must be paid, and how much
 * goes back into the watershed, by the kind of the right (R-SHARE-1, R-SHARE-2).
 *
 * <p>It is asked of terms that are sound by themselves. That something goes back is not read from
 * the steps, but found by leading an income through them: a fixed sum before, a share of a
 * millionth, or a recovery that comes first can then not make it nothing. A greater income never
 * gives a step less, so what holds of the least holds of all.
 *
 * @param grounds on which grounds somebody must be paid
 * @param revenue whether each year's revenue must be shared, where the right has a term
 * @param carbonSink the least part that goes back of what is paid for a carbon sink
 * @param materialSupplyRight the least part of what is paid for a right to supply material
 * @param tourismRight the least part of what is paid for a right of tourism
 */
public record CompulsorySharing(
    Set<Principle> grounds,
    boolean revenue,
    Percentage carbonSink,
    Percentage materialSupplyRight,
    Percentage tourismRight) {

  /** Nobody promises a revenue, so it holds for one of a yuan: no fixed sum may come before it. */
  private static final Money LEAST_REVENUE = Money.yuan("1.00");

  /** A household that owns is an owner, too (谁拥有、谁受益). */
  private static final Map<Principle, Principle> ALSO = Map.of(Principle.OWNS, Principle.HOUSEHOLD);

  /** Copies the grounds. */
  public CompulsorySharing {
    grounds = Set.copyOf(grounds);
  }

  /**
   * What the terms are asked about.
   *
   * @param kind the kind of the right
   * @param termYears for how many years it is sold; nought if once and for all
   * @param price the price, or while there is none the lowest that there may be
   */
  public record Sale(RightKind kind, int termYears, Money price) {}

  /** What is missing in terms that are sound by themselves; empty if nothing is. */
  public List<TermsFault> faultsOf(SharingTerms terms, Sale sale) {
    return Stream.of(unpaid(terms), unshared(terms, sale), tooLittleBack(terms, sale))
        .flatMap(faults -> faults)
        .toList();
  }

  private Stream<TermsFault> unpaid(SharingTerms terms) {
    return grounds.stream()
        .sorted()
        .filter(
            ground ->
                terms.payees().stream()
                    .map(Payee::principle)
                    .noneMatch(paid -> paid == ground || paid == ALSO.get(ground)))
        .map(ground -> new TermsFault(Code.PRINCIPLE_WITHOUT_PAYEE, "nobody is paid as " + ground));
  }

  private Stream<TermsFault> unshared(SharingTerms terms, Sale sale) {
    boolean isMissing = revenue && sale.termYears() > 0 && !terms.shares(Income.REVENUE);
    return isMissing
        ? Stream.of(
            new TermsFault(
                Code.REVENUE_NOT_SHARED,
                "the revenue of %d years is not shared".formatted(sale.termYears())))
        : Stream.empty();
  }

  private Stream<TermsFault> tooLittleBack(SharingTerms terms, Sale sale) {
    return terms.waterfalls().stream()
        .flatMap(waterfall -> tooLittleBack(terms, waterfall.income(), sale).stream());
  }

  private Optional<TermsFault> tooLittleBack(SharingTerms terms, Income income, Sale sale) {
    Money whole = least(income, sale);
    Rational back = back(terms, income, whole);
    Percentage rate = rate(sale.kind());
    return back.compareTo(rate.of(Rational.fenOf(whole))) >= 0
        ? Optional.empty()
        : Optional.of(
            new TermsFault(
                Code.REINVESTMENT_TOO_LOW,
                "%s of %s leads %s back into the watershed, at least %s"
                    .formatted(income, whole, new Money(back.floor()), rate)));
  }

  private static Money least(Income income, Sale sale) {
    return switch (income) {
      case PRICE, INSTALMENT, COMPENSATION -> sale.price();
      case REVENUE, PENALTY -> LEAST_REVENUE;
    };
  }

  // Where the watershed takes more while it erodes, the least is what it takes at other times.
  private static Rational back(SharingTerms terms, Income income, Money whole) {
    return terms
        .distribute(income, whole, DistributionBasis.NONE.knowing(Map.of(), Optional.of(0)))
        .entitlements()
        .stream()
        .filter(given -> terms.payee(given.payee()).principle() == Principle.WATERSHED)
        .map(given -> given.exact())
        .reduce(Rational.ZERO, Rational::plus);
  }

  private Percentage rate(RightKind kind) {
    return switch (kind) {
      case CARBON_SINK -> carbonSink;
      case MATERIAL_SUPPLY_RIGHT -> materialSupplyRight;
      case TOURISM_RIGHT -> tourismRight;
    };
  }
}
