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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Keeps the books. */
interface SettlementStore {

  /**
   * Which books a decision needs.
   *
   * @param trade the trade
   * @param receipt the bank's number of the receipt that is decided about
   * @param order the payment order that is decided about
   */
  record Scope(Optional<TradeId> trade, Optional<String> receipt, Optional<Order> order) {

    Scope(Optional<TradeId> trade, Optional<String> receipt) {
      this(trade, receipt, Optional.empty());
    }

    static Scope of(TradeId trade) {
      return new Scope(Optional.of(trade), Optional.empty());
    }

    static Scope of(Order order) {
      Optional<TradeId> trade = Matching.trade(order.story());
      return new Scope(trade, Receipts.referenceOf(order.story()), Optional.of(order));
    }

    /** The stories whose accounts are needed. */
    List<String> stories() {
      return Stream.of(
              trade.map(TradeId::code), receipt.map(Receipts::storyOf), order.map(Order::story))
          .flatMap(Optional::stream)
          .distinct()
          .toList();
    }

    /** The keys of transfers that may have been made for the order. */
    List<String> ofOrder() {
      return order.map(Order::key).map(Payments::transfersOf).orElse(List.of());
    }
  }

  /**
   * A payment order.
   *
   * @param story to what it belongs: a trade, a stray receipt, or the members of a collective
   * @param key its business key
   */
  record Order(String story, String key) {}

  /**
   * Opens books, alone with them, lets a rule decide, and writes everything that it changes with
   * the events that tell it: all of it or nothing. The rule may be asked more than once.
   */
  <T> Uni<Answer<T>> change(Scope scope, Function<Books, Outcome<T>> rule);

  /** The books of a trade, to look at. */
  Uni<Books> books(TradeId trade);

  /** The trades of sub-accounts, which never change. */
  Uni<Set<TradeId>> tradesOf(List<String> subAccounts);

  Uni<List<SubAccountView>> subAccountsOf(PartyId party);

  Uni<List<TransferView>> ledger(TradeId trade);

  /** The payment orders of a trade, or of a stray receipt. */
  Uni<List<PaymentOrderView>> paymentOrders(String story);

  Uni<Optional<ReceiptView>> receipt(String reference);

  Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit);

  /** Counts the whole ledger anew. */
  Uni<BooksView> count();
}
