package eco.exchange.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.SettlementStore.Scope;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps deposits where they are while a complaint is open (R-QUA-9). The door for the authority
 * that the complaint is made to.
 */
@ApplicationScoped
public class Standstill {

  private static final int DOCUMENT_MAX = 200;

  private final SettlementStore store;
  private final Clock clock;

  Standstill(SettlementStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
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
              case FREEZE -> FrozenDeposits.freeze(books, order);
              case THAW -> FrozenDeposits.thaw(books, order, order.at());
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
