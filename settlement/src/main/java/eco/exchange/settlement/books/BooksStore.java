package eco.exchange.settlement.books;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The stored books. */
public interface BooksStore {

  /**
   * Which books a decision needs.
   *
   * @param trade the trade
   * @param receipt the bank's number of the receipt that is decided about
   * @param story another story whose accounts are needed
   * @param transfers the keys of transfers of which must be known whether they were made
   */
  record Scope(
      Optional<TradeId> trade,
      Optional<String> receipt,
      Optional<String> story,
      List<String> transfers) {

    public Scope(Optional<TradeId> trade, Optional<String> receipt) {
      this(trade, receipt, Optional.empty(), List.of());
    }

    public static Scope of(TradeId trade) {
      return new Scope(Optional.of(trade), Optional.empty());
    }

    public static Scope of(TradeId trade, List<String> transfers) {
      return new Scope(Optional.of(trade), Optional.empty(), Optional.empty(), transfers);
    }

    /** The stories whose accounts are needed. */
    List<String> stories() {
      return Stream.of(
              trade.map(TradeId::code), receipt.map(Story::ofReceipt).map(Story::key), story)
          .flatMap(Optional::stream)
          .distinct()
          .toList();
    }
  }

  /**
   * Opens books, alone with them, lets a rule decide, and writes everything that it changes with
   * the events that tell it: all of it or nothing. The rule may be asked more than once.
   */
  <T> Uni<Answer<T>> change(Scope scope, Function<Books, Decision<Books, T>> rule);

  /** The books of a trade, to look at. */
  Uni<Books> books(TradeId trade);

  /** What a question finds in the books of a contract that is in effect; otherwise as told. */
  default <T> Uni<T> ofContract(ContractId contract, T otherwise, Function<Books, T> question) {
    return books(contract.trade())
        .map(books -> books.escrow(contract).isPresent() ? question.apply(books) : otherwise);
  }

  /** The trades of sub-accounts, which never change. */
  Uni<Set<TradeId>> tradesOf(List<String> subAccounts);

  /** The trade in which a receipt has filled a sub-account. */
  Uni<Optional<TradeId>> tradeFilledBy(String receipt);

  Uni<List<SubAccountView>> subAccountsOf(PartyId party);

  /** The payment orders of a trade, or of a stray receipt. */
  Uni<List<PaymentOrderView>> paymentOrders(String story);

  Uni<Optional<ReceiptView>> receipt(String reference);

  Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit);
}
