package eco.exchange.settlement.revenue;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.market.Actor;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import java.time.Instant;
import java.util.Optional;

/** The rules of the facts of a distribution: noted once, before the income is shared. */
final class OccasionFactRules {

  private static final int EVIDENCE_MAX = 500;

  private OccasionFactRules() {}

  static Decision<Books, FactsView> note(Books books, NoteFacts told, Actor officer, Instant now) {
    if (told.evidence().isBlank() || told.evidence().length() > EVIDENCE_MAX) {
      String detail = "the evidence has 1 to %d characters".formatted(EVIDENCE_MAX);
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail, books);
    }
    Optional<EscrowView> escrow = books.escrow(told.contract());
    if (escrow.isEmpty()) {
      String detail = "no contract %s is in effect".formatted(told.contract());
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    }
    if (!isOfContract(told.occasion(), escrow.get())) {
      String detail = "nothing is paid for %s under the contract".formatted(told.occasion());
      return refused(SettlementRefusal.YEAR_OUTSIDE_TERM, detail, books);
    }
    SharingTerms terms = escrow.get().versions().inForce(told.occasion()).terms();
    if (!makeSense(told, terms)) {
      String detail = "an erosion of %s, debts of %s".formatted(told.erosion(), told.pledgeDue());
      return refused(SettlementRefusal.FACTS_SENSELESS, detail, books);
    }
    return escrow
        .get()
        .factsOf(told.occasion())
        .map(known -> again(books, known, told))
        .orElseGet(() -> noted(books, new FactsView(told, officer.account(), now)));
  }

  private static boolean isOfContract(Occasion occasion, EscrowView escrow) {
    return switch (occasion) {
      case Occasion.Price price -> escrow.instalments().isEmpty();
      case Occasion.Instalment instalment -> escrow.instalment(instalment).isPresent();
      case Occasion.Year(int year) -> escrow.term().has(year);
      // What was noted of the year holds for it.
      case Occasion.Supplement later -> false;
    };
  }

  private static Income income(Occasion occasion) {
    return switch (occasion) {
      case Occasion.Price price -> Income.PRICE;
      case Occasion.Instalment instalment -> Income.INSTALMENT;
      case Occasion.Year year -> Income.REVENUE;
      case Occasion.Supplement later -> Income.REVENUE;
    };
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

  private static Decision<Books, FactsView> again(Books books, FactsView known, NoteFacts told) {
    return known.facts().equals(told)
        ? done(known, books)
        : refused(SettlementRefusal.FACTS_DIFFER, "other facts were noted before", books);
  }

  private static Decision<Books, FactsView> noted(Books books, FactsView facts) {
    Occasion occasion = facts.facts().occasion();
    return books.distribution(income(occasion), occasion).isPresent()
        ? refused(SettlementRefusal.SHARED_ALREADY, "the income is shared already", books)
        : done(facts, books.with(new BooksChange.FactsNoted(facts)));
  }
}
