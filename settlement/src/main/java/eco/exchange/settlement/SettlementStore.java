package eco.exchange.settlement;

import eco.exchange.market.Answer;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the books. */
interface SettlementStore {

  /**
   * Which books a decision needs.
   *
   * @param trade the trade
   * @param receipt the bank's number of the receipt that is decided about
   * @param order the business key of the payment order that is decided about
   */
  record Scope(Optional<TradeId> trade, Optional<String> receipt, Optional<String> order) {

    Scope(Optional<TradeId> trade, Optional<String> receipt) {
      this(trade, receipt, Optional.empty());
    }

    static Scope of(TradeId trade) {
      return new Scope(Optional.of(trade), Optional.empty());
    }

    /** The books of a payment order: those of its trade, or of the stray receipt it sends back. */
    static Scope of(String story, String order) {
      Optional<String> receipt = Receipts.referenceOf(story);
      return new Scope(
          receipt.isPresent() ? Optional.empty() : Optional.of(new TradeId(story)),
          receipt,
          Optional.of(order));
    }

    /** The transfers that may have been made for the order. */
    List<String> ofOrder() {
      return order.map(Payments::transfersOf).orElse(List.of());
    }
  }

  /**
   * Opens books, alone with them, lets a rule decide, and writes everything that it changes with
   * the events that tell it: all of it or nothing. The rule may be asked more than once.
   */
  <T> Uni<Answer<T>> change(Scope scope, Function<Books, Outcome<T>> rule);

  /** The books of a trade, to look at. */
  Uni<Books> books(TradeId trade);

  /** The trade of a sub-account, which never changes. */
  Uni<Optional<TradeId>> tradeOf(String subAccount);

  Uni<List<SubAccountView>> subAccountsOf(PartyId party);

  Uni<List<TransferView>> ledger(TradeId trade);

  Uni<List<PaymentOrderView>> paymentOrders(TradeId trade);

  Uni<Optional<ReceiptView>> receipt(String reference);

  Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit);

  /** Counts the whole ledger anew. */
  Uni<BooksView> count();
}
