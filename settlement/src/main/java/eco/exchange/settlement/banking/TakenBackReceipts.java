package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.movement.KnownMovement;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptReversal.Cause;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the bank takes back of what had come in. What was to go back to the payer of a receipt and
 * has not left yet is set off against what the payer owes anew, and does not leave. A payment that
 * had come back and is taken by its payee after all is not ordered anew.
 */
final class TakenBackReceipts {

  private final BooksStore books;
  private final Receipts receipts;
  private final PgPaymentStore payments;
  private final PgBankLineStore lines;
  private final Clock clock;

  TakenBackReceipts(
      BooksStore books,
      Receipts receipts,
      PgPaymentStore payments,
      PgBankLineStore lines,
      Clock clock) {
    this.books = books;
    this.receipts = receipts;
    this.payments = payments;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Takes back what had come in.
   *
   * @param taken the number of what had come in: a receipt, or a payment that had come back
   * @param movement the number of the movement by which the bank takes it back
   * @return what a person must see to, if a receipt was taken back
   */
  Uni<Answer<Optional<Raised>>> takeBack(String taken, String movement) {
    return receipts
        .receipt(taken)
        .chain(
            receipt ->
                receipt.isPresent()
                    ? receipt(receipt.get(), movement)
                    : paymentThatCameBack(taken));
  }

  private Uni<Answer<Optional<Raised>>> receipt(ReceiptView known, String movement) {
    String receipt = known.receipt().reference();
    return receipts
        .takeBack(receipt, Cause.TAKEN_BACK, movement)
        .call(answer -> answer instanceof Answer.Done<?> ? setOff(receipt) : nothing())
        .map(
            answer ->
                switch (answer) {
                  case Answer.Refused<ReceiptView> refused -> Answer.refused(refused.reasons());
                  case Answer.Done<ReceiptView> done ->
                      Answer.done(Optional.of(raised(receipt, done.value())));
                });
  }

  /** Whether a receipt was used for anything, so that something follows for a person. */
  Uni<Boolean> isUsed(String receipt) {
    return receipts
        .receipt(receipt)
        .chain(
            known ->
                known.flatMap(ReceiptView::decision).isPresent()
                    ? Uni.createFrom().item(true)
                    : books.tradeFilledBy(receipt).map(Optional::isPresent));
  }

  private static Raised raised(String receipt, ReceiptView view) {
    String subject =
        "%s %s %s"
            .formatted(view.receipt().amount().negated().signed(), receipt, view.receipt().payer());
    String movement = view.reversal().map(ReceiptReversal::movement).orElse("");
    String detail =
        movement.equals(KnownMovement.struck(receipt))
            ? "two persons have struck it, as the bank has never booked it"
            : "the bank has taken it back by " + movement;
    return new Raised("receipt/" + receipt, BankException.Kind.RECEIPT_TAKEN_BACK, subject, detail);
  }

  private Uni<Answer<Optional<Raised>>> paymentThatCameBack(String taken) {
    return lines
        .movement(taken)
        .map(known -> known.flatMap(it -> it.told().references().endToEnd()))
        .chain(id -> id.map(payments::payment).orElse(Uni.createFrom().item(Optional.empty())))
        .chain(
            order ->
                order.isEmpty()
                    ? Uni.createFrom()
                        .item(Answer.refused(SettlementRefusal.RECEIPT_UNKNOWN, taken))
                    : leftAfterAll(order.get()));
  }

  // The money is at its payee, so that the order is not open any more, nor the one that was to
  // replace it.
  private Uni<Answer<Optional<Raised>>> leftAfterAll(PaymentView order) {
    AccountName bank = AccountName.of(order.story(), AccountPurpose.BANK);
    return setOff(order.story(), order.key(), bank, Optional.empty())
        .map(
            answers ->
                answers.stream().anyMatch(Answer.Done.class::isInstance)
                    ? Answer.done(Optional.empty())
                    : Answer.refused(SettlementRefusal.ORDER_UNDER_WAY, order.key()));
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
                    ? stray(receipt)
                    : setOffAll(
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
    return setOffAll(
        story,
        Payout.returnOf(receipt),
        AccountName.of(story, AccountPurpose.RECOURSE),
        Optional.empty());
  }

  private Uni<Void> setOffAll(
      String story, String first, AccountName owed, Optional<SubAccountView> recourse) {
    return setOff(story, first, owed, recourse).replaceWithVoid();
  }

  // Of an order and those given anew for it, the last one has the money.
  private Uni<List<Answer<Transfer>>> setOff(
      String story, String first, AccountName owed, Optional<SubAccountView> recourse) {
    Instant now = clock.instant();
    return payments
        .unsent(story)
        .onItem()
        .transformToMulti(
            orders ->
                Multi.createFrom().iterable(PaymentOrderRules.givenFor(orders, first).reversed()))
        .onItem()
        .transformToUniAndConcatenate(
            order ->
                books.change(
                    PaymentOrderRules.scopeOf(order),
                    open -> PaymentOrderRules.setOff(open, order, owed, recourse, now)))
        .collect()
        .asList();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
