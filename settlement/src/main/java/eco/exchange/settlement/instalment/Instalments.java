package eco.exchange.settlement.instalment;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.sharing.PenaltyRules;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.PriceInstalment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Instalments of prices: the guarantee for them, and what is awaited (R-POST-5).
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Instalments {

  private final BooksStore store;
  private final Clock clock;

  public Instalments(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The transferor accepts the guarantee for what is paid later; the same again gives the same. */
  public Uni<Answer<GuaranteeView>> accept(AcceptGuarantee guarantee, Actor transferor) {
    return store.change(
        Scope.of(guarantee.contract().trade()),
        books -> InstalmentRules.accept(books, guarantee, transferor, clock.instant()));
  }

  /**
   * Awaits every instalment, each on a sub-account of its own, so that nobody is late because
   * nothing could be paid; again changes nothing.
   */
  public Uni<Answer<List<InstalmentView>>> await(ContractId contract) {
    return store
        .change(
            Scope.of(contract.trade()),
            books ->
                books
                    .escrow(contract)
                    .map(escrow -> InstalmentRules.awaitNext(books, escrow, clock.instant()))
                    .orElseGet(() -> unknown(contract, books)))
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Refused<Optional<SubAccountView>> refused ->
                      Uni.createFrom().item(Answer.refused(refused.reasons()));
                  case Answer.Done<Optional<SubAccountView>> done ->
                      done.value().isPresent() ? await(contract) : of(contract).map(Answer::done);
                });
  }

  private static <T> Decision<Books, T> unknown(ContractId contract, Books books) {
    String detail = "no contract %s is in effect".formatted(contract);
    return Decision.refused(SettlementRefusal.CONTRACT_UNKNOWN, detail, books);
  }

  /** The instalments of a contract; none if its price is paid at once, or it is not in effect. */
  public Uni<List<InstalmentView>> of(ContractId contract) {
    return store
        .books(contract.trade())
        .map(
            books ->
                books.escrow(contract).stream()
                    .flatMap(escrow -> escrow.instalments().stream())
                    .map(instalment -> view(books, instalment))
                    .toList());
  }

  private static InstalmentView view(Books books, PriceInstalment instalment) {
    return new InstalmentView(
        instalment,
        InstalmentRules.of(books, instalment),
        PenaltyRules.of(books, instalment.occasion()).findFirst(),
        books.distribution(Income.INSTALMENT, instalment.occasion()).isPresent());
  }
}
