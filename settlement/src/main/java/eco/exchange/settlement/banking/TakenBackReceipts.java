package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.receipt.ReceiptReversal.Cause;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The receipts that the bank has taken back. What was to go back to their payer and has not left
 * yet is set off against what the payer owes anew, and does not leave.
 */
final class TakenBackReceipts {

  private final BooksStore books;
  private final Receipts receipts;
  private final PgPaymentStore payments;
  private final Clock clock;

  TakenBackReceipts(BooksStore books, Receipts receipts, PgPaymentStore payments, Clock clock) {
    this.books = books;
    this.receipts = receipts;
    this.payments = payments;
    this.clock = clock;
  }

  /** Takes a receipt back by a movement of the bank. */
  Uni<Answer<ReceiptView>> takeBack(String receipt, String movement) {
    return receipts
        .takeBack(receipt, Cause.TAKEN_BACK, movement)
        .call(answer -> answer instanceof Answer.Done<?> ? setOff(receipt) : nothing());
  }

  /** Sets off what was ordered back, or has come back, since the bank has taken it back. */
  Uni<Void> setOffOwed() {
    return payments
        .owedAnew()
        .onItem()
        .transformToMulti(owed -> Multi.createFrom().iterable(owed))
        .onItem()
        .transformToUniAndConcatenate(this::setOff)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> setOff(String receipt) {
    return books
        .tradeFilledBy(receipt)
        .chain(trade -> trade.isPresent() ? ofTrade(trade.get(), receipt) : stray(receipt));
  }

  private Uni<Void> ofTrade(TradeId trade, String receipt) {
    return books
        .books(trade)
        .map(open -> recourse(open, receipt))
        .chain(
            recourse ->
                recourse.isEmpty()
                    ? nothing()
                    : setOff(
                        trade.code(),
                        recourse.get().refund(),
                        new AccountName(
                            trade.code(),
                            AccountPurpose.RECOURSE,
                            recourse.get().account().number()),
                        Optional.of(recourse.get().account())));
  }

  /**
   * What is owed anew, and what was to go back.
   *
   * @param refund the key of the first order for it
   */
  private record Recourse(String refund, SubAccountView account) {}

  // Two transfers of one deposit may both have been taken back; what each is worth is set off.
  private static Optional<Recourse> recourse(Books open, String receipt) {
    Optional<SubAccountView> filled = open.filledBy(receipt);
    return open.subAccounts(SubAccountPurpose.RECOURSE)
        .filter(SubAccountView::isAwaited)
        .filter(it -> it.recourseOf().equals(filled.map(SubAccountView::number)))
        .filter(it -> filled.get().worth(receipt).equals(Optional.of(it.expected())))
        .findFirst()
        .map(it -> new Recourse(DepositRules.refundOf(filled.get(), receipt), it));
  }

  private Uni<Void> stray(String receipt) {
    String story = Story.ofReceipt(receipt).key();
    return setOff(
        story,
        "return/" + receipt,
        AccountName.of(story, AccountPurpose.RECOURSE),
        Optional.empty());
  }

  private Uni<Void> setOff(
      String story, String first, AccountName owed, Optional<SubAccountView> recourse) {
    return payments
        .unsent(story)
        .map(
            orders ->
                orders.stream()
                    .filter(order -> order.key().equals(first) || order.key().endsWith("/" + first))
                    .toList())
        .chain(orders -> setOff(orders, owed, recourse));
  }

  // Of an order and those given anew for it, the last one has the money.
  private Uni<Void> setOff(
      List<PaymentView> orders, AccountName owed, Optional<SubAccountView> recourse) {
    Instant now = clock.instant();
    return Multi.createFrom()
        .iterable(orders.reversed())
        .onItem()
        .transformToUniAndConcatenate(
            order -> {
              Scope scope = PaymentOrderRules.scopeOf(order);
              return books.change(
                  scope, open -> PaymentOrderRules.setOff(open, order, owed, recourse, now));
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
