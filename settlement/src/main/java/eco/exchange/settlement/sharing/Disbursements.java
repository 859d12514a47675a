package eco.exchange.settlement.sharing;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Principle;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Payments of what the distributions of a contract have given, and the statements that explain it.
 *
 * <p>To pay is a step of its own: an income is shared in one moment, whether or not the bank knows
 * an account of every payee.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Disbursements {

  private final BooksStore store;
  private final Clock clock;

  public Disbursements(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Orders everything of a contract to be paid that was given and is not ordered yet; answers what
   * it has ordered now. What is the villagers' waits for their roster, and what is the watershed's
   * goes to its fund.
   */
  public Uni<Answer<List<PaymentOrderView>>> payOut(ContractId contract) {
    return store
        .books(contract.trade())
        .map(books -> due(books).map(Due::key).toList())
        .chain(
            keys ->
                store.change(
                    Scope.of(contract.trade(), keys),
                    books -> payOut(books, contract, clock.instant())));
  }

  /** The payment orders of a trade, in the order in which they were given. */
  public Uni<List<PaymentOrderView>> orders(TradeId trade) {
    return store.paymentOrders(trade.code());
  }

  /** The distributions of a contract, in the order in which they were made. */
  public Uni<List<DistributionView>> distributions(ContractId contract) {
    return store.ofContract(contract, List.of(), Books::distributions);
  }

  /** The statement of one payee about one distribution. */
  public Uni<Optional<StatementView>> statement(
      ContractId contract, Income income, Occasion occasion, String payee) {
    return store.ofContract(
        contract,
        Optional.empty(),
        books -> SharingRules.statement(books, income, occasion, payee));
  }

  /** One distribution. */
  public Uni<Optional<DistributionView>> distribution(
      ContractId contract, Income income, Occasion occasion) {
    return store.ofContract(
        contract, Optional.empty(), books -> books.distribution(income, occasion));
  }

  /** A part of a distribution that is paid at once. */
  private record Due(DistributionView distribution, DistributionView.Part part) {

    String key() {
      return "payout/%s/%s".formatted(distribution.key(), part.payee());
    }

    Books payOut(Books books, Instant now) {
      String text = "%s %s".formatted(distribution.income().zh(), distribution.key());
      return new Payout(key(), part.name(), text)
          .from(books.account(AccountPurpose.PAYEE, part.payee()), part.amount(), books, now);
    }
  }

  private static Decision<Books, List<PaymentOrderView>> payOut(
      Books books, ContractId contract, Instant now) {
    if (books.escrow(contract).isEmpty()) {
      String detail = "no contract %s is in effect".formatted(contract);
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
    }
    Books paid = books;
    for (Due due : due(books).toList()) {
      if (books.ledger().transfer(due.key()).isEmpty()) {
        paid = due.payOut(paid, now);
      }
    }
    return done(ordered(paid), paid);
  }

  private static List<PaymentOrderView> ordered(Books books) {
    return books.changes().stream()
        .filter(BooksChange.Ordered.class::isInstance)
        .map(change -> ((BooksChange.Ordered) change).order())
        .toList();
  }

  private static Stream<Due> due(Books books) {
    return books.distributions().stream()
        .flatMap(shared -> shared.parts().stream().map(part -> new Due(shared, part)))
        .filter(due -> due.part().amount().isPositive() && isPaidAtOnce(due.part().principle()));
  }

  private static boolean isPaidAtOnce(Principle ground) {
    return switch (ground) {
      case VILLAGERS, WATERSHED -> false;
      case INVESTS, OWNS, OPERATES, COLLECTIVE, EXCHANGE, PLEDGEE, HOUSEHOLD -> true;
    };
  }
}
