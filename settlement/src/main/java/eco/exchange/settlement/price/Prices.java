package eco.exchange.settlement.price;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.sharing.SealedAmendment;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Prices of contracts: held in escrow from the sealed contract on, whose terms sealed amendments
 * change.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Prices {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  private final BooksStore store;
  private final Clock clock;

  public Prices(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Opens the escrow of a sealed contract: the deposit becomes price, and the rest is awaited, or
   * what is missing of the first instalment.
   *
   * @param workingDays within how many working days the price is paid in full, or its first
   *     instalment, by the edition of the rules under which the contract was made (R-POST-4)
   */
  public Uni<Answer<EscrowView>> open(SealedContract sealed, int workingDays) {
    EscrowView escrow = ContractPriceRules.escrow(sealed, workingDays, CALENDAR, clock.instant());
    return store.change(
        Scope.of(sealed.contract().trade()),
        books -> ContractPriceRules.open(books, escrow, clock.instant()));
  }

  /**
   * Takes an amendment: from its year on, incomes are shared by its terms. What is shared already
   * stays, and what was carried and recovered goes on. Again it changes nothing.
   */
  public Uni<Answer<EscrowView>> amend(SealedAmendment amendment) {
    return store.change(
        Scope.of(amendment.original().trade()), books -> AmendmentRules.amend(books, amendment));
  }

  /** The escrow of a contract. */
  public Uni<Optional<EscrowView>> escrow(ContractId contract) {
    return store.books(contract.trade()).map(books -> books.escrow(contract));
  }
}
