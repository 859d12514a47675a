package eco.exchange.settlement.deposit;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.calendar.MarketClock;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Deposits of bidders: awaited, given back or lost, and frozen while a complaint is open (R-QUA-9).
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Deposits {

  private static final int DOCUMENT_MAX = 200;

  private final BooksStore store;
  private final Clock clock;

  public Deposits(BooksStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Awaits a bidder's deposit, and gives out the sub-account for it.
   *
   * @param due the moment from which the deposit is late (R-QUA-4)
   * @param returnDays within how many working days it goes back, by the edition of the rules under
   *     which the trade was published (R-QUA-6)
   */
  public Uni<Answer<SubAccountView>> expect(
      TradeId trade, PartyId bidder, Money deposit, Instant due, int returnDays) {
    Instant dueAt = MarketClock.micros(due);
    return store.change(
        Scope.of(trade),
        books -> DepositRules.expect(books, bidder, deposit, dueAt, returnDays, clock.instant()));
  }

  /**
   * Orders the deposits of a trade back to their payers at once, to be there within the working
   * days that were told with them (R-QUA-6), and awaits no more of them.
   *
   * @param keep whose deposits stay held: the winner's, and while it may be needed the runner-up's
   */
  public Uni<Answer<List<SubAccountView>>> releaseAllBut(TradeId trade, Set<PartyId> keep) {
    return store.change(
        Scope.of(trade), books -> releasedTo(party -> !keep.contains(party), books));
  }

  /** Orders one bidder's deposit back, or to those who may claim it if it is lost (R-QUA-8). */
  public Uni<Answer<List<SubAccountView>>> release(
      TradeId trade, PartyId bidder, Optional<Forfeit> lost) {
    return store.change(
        Scope.of(trade),
        books ->
            lost.map(forfeit -> LostDepositRules.forfeit(books, bidder, forfeit, clock.instant()))
                .orElseGet(() -> releasedTo(bidder::equals, books)));
  }

  private Decision<Books, List<SubAccountView>> releasedTo(Predicate<PartyId> whose, Books books) {
    return DepositRules.release(books, whose, clock.instant());
  }

  /**
   * Freezes the deposits of a trade that are held.
   *
   * @param bidder whose; of all bidders if nobody is named
   * @param document the number of the complaint
   */
  public Uni<Answer<List<SubAccountView>>> freeze(
      TradeId trade, Optional<PartyId> bidder, String document, Actor supervisor) {
    FreezeView order = order(trade, bidder, FreezeView.Kind.FREEZE, document, supervisor);
    return carriedOut(order);
  }

  /**
   * Lets the deposits go their way again; what was to go back meanwhile goes back as if it were
   * released now.
   *
   * @param document the number of the decision about the complaint
   */
  public Uni<Answer<List<SubAccountView>>> thaw(
      TradeId trade, Optional<PartyId> bidder, String document, Actor supervisor) {
    FreezeView order = order(trade, bidder, FreezeView.Kind.THAW, document, supervisor);
    return carriedOut(order);
  }

  private Uni<Answer<List<SubAccountView>>> carriedOut(FreezeView order) {
    if (order.document().isBlank() || order.document().length() > DOCUMENT_MAX) {
      String detail = "a document has 1 to %d characters".formatted(DOCUMENT_MAX);
      return Uni.createFrom().item(Answer.refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, detail));
    }
    return store.change(
        Scope.of(order.trade()),
        books ->
            switch (order.kind()) {
              case FREEZE -> FrozenDepositRules.freeze(books, order);
              case THAW -> FrozenDepositRules.thaw(books, order, order.at());
            });
  }

  private FreezeView order(
      TradeId trade,
      Optional<PartyId> bidder,
      FreezeView.Kind kind,
      String document,
      Actor supervisor) {
    Instant now = clock.instant();
    return new FreezeView(trade, bidder, kind, document, supervisor.account(), now);
  }
}
