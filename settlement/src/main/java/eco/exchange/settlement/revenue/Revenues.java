package eco.exchange.settlement.revenue;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.distribution.RevenueView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Revenues of contracts, year by year: reported, received, and shared by the clauses.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Revenues {

  private final BooksStore store;
  private final Clock clock;

  public Revenues(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes the operator's report of a year's revenue, or its correction, and awaits that revenue.
   */
  public Uni<Answer<RevenueView>> report(ReportRevenue report, Actor operator) {
    return store.change(
        Scope.of(report.contract().trade()),
        books -> RevenueRules.report(books, report, operator, clock.instant()));
  }

  /** Notes what the distribution of a year depends on: what was monitored, what is pledged. */
  public Uni<Answer<FactsView>> noteFacts(NoteFacts facts, Actor officer) {
    return store.change(
        Scope.of(facts.contract().trade()),
        books -> OccasionFactRules.note(books, facts, officer, clock.instant()));
  }

  /** Shares a year's revenue, which must have come in, by the clauses of the contract. */
  public Uni<Answer<DistributionView>> distribute(ContractId contract, int year) {
    return store.change(
        Scope.of(contract.trade()),
        books -> RevenueRules.distribute(books, contract, year, clock.instant()));
  }

  /** Every report of a revenue of a contract, by year, oldest first. */
  public Uni<List<RevenueView>> revenues(ContractId contract) {
    return store.ofContract(contract, List.of(), Books::revenues);
  }
}
