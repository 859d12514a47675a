package eco.exchange.settlement.revenue;

import static eco.exchange.settlement.books.BooksOutcome.done;
import static eco.exchange.settlement.books.BooksOutcome.refused;

import eco.exchange.market.Actor;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.BooksOutcome;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.time.Instant;
import java.util.Optional;

/** The rules of the facts of a year: noted once, before the year's income is shared. */
final class YearFactRules {

  private static final int EVIDENCE_MAX = 500;
  private static final int PRICE_YEAR = 0;

  private YearFactRules() {}

  static BooksOutcome<FactsView> note(Books books, NoteFacts told, Actor officer, Instant now) {
    if (told.evidence().isBlank() || told.evidence().length() > EVIDENCE_MAX) {
      String detail = "the evidence has 1 to %d characters".formatted(EVIDENCE_MAX);
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail, books);
    }
    Optional<EscrowView> escrow = books.escrow(told.contract());
    if (escrow.isEmpty()) {
      String detail = "no contract %s is in effect".formatted(told.contract());
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    }
    if (!isOfThePrice(escrow.get(), told.year())
        && !RevenueRules.isInTerm(escrow.get(), told.year())) {
      String detail = "%d is not a year of the contract".formatted(told.year());
      return refused(SettlementRefusal.YEAR_OUTSIDE_TERM, detail, books);
    }
    Income income = income(escrow.get(), told.year());
    SharingTerms terms = escrow.get().versions().inForce(income, told.year()).terms();
    if (!makeSense(told, terms)) {
      String detail = "an erosion of %s, debts of %s".formatted(told.erosion(), told.pledgeDue());
      return refused(SettlementRefusal.FACTS_SENSELESS, detail, books);
    }
    return escrow
        .get()
        .factsOf(told.year())
        .map(known -> again(books, known, told))
        .orElseGet(() -> noted(books, income, new FactsView(told, officer.account(), now)));
  }

  // The price has no year, and its instalments have their numbers.
  private static boolean isOfThePrice(EscrowView escrow, int year) {
    int count = escrow.instalments().size();
    return count == 0 ? year == PRICE_YEAR : year > PRICE_YEAR && year <= count;
  }

  private static Income income(EscrowView escrow, int year) {
    if (!isOfThePrice(escrow, year)) {
      return Income.REVENUE;
    }
    return escrow.instalments().isEmpty() ? Income.PRICE : Income.INSTALMENT;
  }

  private static boolean makeSense(NoteFacts told, SharingTerms terms) {
    return told.erosion().filter(erosion -> erosion < 0).isEmpty()
        && told.pledgeDue().values().stream().allMatch(Money::isPositive)
        && told.pledgeDue().keySet().stream().allMatch(payee -> isPledgee(terms, payee));
  }

  private static boolean isPledgee(SharingTerms terms, String key) {
    return terms.payees().stream()
        .filter(payee -> payee.principle() == Principle.PLEDGEE)
        .map(Payee::key)
        .anyMatch(key::equals);
  }

  private static BooksOutcome<FactsView> again(Books books, FactsView known, NoteFacts told) {
    return known.facts().equals(told)
        ? done(known, books)
        : refused(SettlementRefusal.FACTS_DIFFER, "other facts were noted before", books);
  }

  private static BooksOutcome<FactsView> noted(Books books, Income income, FactsView facts) {
    int year = facts.facts().year();
    return books.distribution(income, year).isPresent()
        ? refused(SettlementRefusal.SHARED_ALREADY, "the income is shared already", books)
        : done(facts, books.with(new BooksChange.FactsNoted(facts)));
  }
}
