package eco.exchange.settlement.sharing;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.sharing.ContractVersions;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.DistributionBasis;
import eco.exchange.sharing.Entitlement;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules of sharing: an income leaves the escrow as the clauses of the contract say. */
public final class SharingRules {

  private SharingRules() {}

  /**
   * Shares an income that stands in the escrow, by the version of the contract that is in force for
   * its occasion.
   */
  public static Books share(
      Books books, Income income, Occasion occasion, Money whole, Instant now) {
    SealedContract sealed = books.escrow().orElseThrow().versions().inForce(occasion);
    SharingTerms terms = sealed.terms();
    DistributionBasis standing = standing(books, sealed.contract(), income, occasion);
    List<DistributionView.Part> parts =
        terms.distribute(income, whole, standing).parts().stream()
            .map(part -> part(terms.payee(part.payee()), part, standing))
            .toList();
    DistributionView distribution =
        new DistributionView(
            sealed.contract(),
            income,
            occasion,
            whole,
            sealed.termsHash(),
            standing.earlier(),
            standing.erosion(),
            parts,
            now);
    return books.with(new BooksChange.IncomeShared(distribution));
  }

  /** What the distribution before has left, and what was noted of the occasion. */
  private static DistributionBasis standing(
      Books books, ContractId contract, Income income, Occasion occasion) {
    DistributionBasis last =
        books.lastDistribution(income).map(DistributionView::left).orElse(DistributionBasis.NONE);
    boolean isSupplement = income == Income.REVENUE && occasion instanceof Occasion.Supplement;
    DistributionBasis left =
        isSupplement
            ? supplementing(last, books.sharedOf(occasion.calendarYear().orElseThrow()))
            : last;
    return books
        .escrow(contract)
        .flatMap(escrow -> escrow.factsOf(occasion.ofFacts()))
        .map(FactsView::facts)
        .map(
            noted ->
                left.knowing(
                    books.stillDue(noted, isSupplement ? Optional.of(income) : Optional.empty()),
                    noted.erosion()))
        .orElse(left);
  }

  private static DistributionBasis supplementing(
      DistributionBasis left, List<DistributionView> ofYear) {
    Money earlier = ofYear.stream().map(DistributionView::whole).reduce(Money.ZERO, Money::plus);
    return left.supplementing(earlier, ofYear.getLast().recoveredInTheYear());
  }

  /** Explains to a payee what it was paid; the same terms give the same entitlements again. */
  static Optional<StatementView> statement(
      Books books, Income income, Occasion occasion, String payee) {
    ContractVersions versions = books.escrow().orElseThrow().versions();
    SharingTerms terms = versions.inForce(occasion).terms();
    return books
        .distribution(income, occasion)
        .flatMap(
            shared ->
                shared.parts().stream()
                    .filter(part -> part.payee().equals(payee))
                    .findFirst()
                    .map(part -> new StatementView(shared, part, given(terms, shared, payee))));
  }

  private static List<Entitlement> given(
      SharingTerms terms, DistributionView shared, String payee) {
    return terms
        .distribute(shared.income(), shared.whole(), shared.standing())
        .entitlements()
        .stream()
        .filter(given -> given.payee().equals(payee))
        .toList();
  }

  private static DistributionView.Part part(
      Payee payee, Distribution.Part part, DistributionBasis standing) {
    return new DistributionView.Part(
        payee.key(),
        payee.name(),
        payee.principle(),
        part.amount(),
        standing.carriedFor(payee.key()),
        part.carry(),
        standing.recoupedBy(payee.key()),
        part.recouped(),
        standing.owedTo(payee.key()));
  }
}
