package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.answer.Refusal;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.BankReceipt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * The processing of the lines that the bank has told, one after the other, with what follows from
 * each. What follows has a key of its own each time, so a line that was followed halfway is simply
 * followed again.
 */
final class BankLineProcessor {

  private static final int LINES_AT_ONCE = 200;
  private static final String NOBODY = "(银行未告知付款人)";
  private static final int REMITTANCE_MAX = 500;

  private final BooksStore books;
  private final Receipts receipts;
  private final PgBankStore messages;
  private final PgPaymentStore payments;
  private final Clock clock;

  BankLineProcessor(
      BooksStore books,
      Receipts receipts,
      PgBankStore messages,
      PgPaymentStore payments,
      Clock clock) {
    this.books = books;
    this.receipts = receipts;
    this.messages = messages;
    this.payments = payments;
    this.clock = clock;
  }

  /** Follows every line that waits, oldest first. */
  Uni<Void> followAll() {
    return messages
        .open(LINES_AT_ONCE)
        .chain(
            lines ->
                lines.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                        .iterable(lines)
                        .onItem()
                        .transformToUniAndConcatenate(this::followed)
                        .collect()
                        .last()
                        .chain(all -> followAll()));
  }

  private Uni<Void> followed(PgBankStore.Line line) {
    return follow(line).chain(dispute -> messages.note(line, dispute, clock.instant()));
  }

  /** Follows a line; what is answered is why it cannot be true, if so. */
  private Uni<Optional<String>> follow(PgBankStore.Line line) {
    return switch (line.told()) {
      case BankEntry.Incoming in -> received(receipt(in));
      case BankEntry.Outgoing out -> left(out, isFirst(line, out));
      case BankEntry.Returned back -> cameBack(back, isFirst(line, back));
      case OrderAnswer answer -> answered(line, answer);
    };
  }

  private Uni<Optional<String>> received(BankReceipt receipt) {
    return receipts.receive(receipt).map(BankLineProcessor::dispute);
  }

  private Uni<Optional<String>> left(BankEntry.Outgoing out, boolean isFirst) {
    if (out.endToEnd().isEmpty()) {
      return disputed("the exchange has ordered nothing like it");
    }
    if (!isFirst) {
      return disputed("the same payment was booked before");
    }
    return order(out.endToEnd().get())
        .chain(
            order ->
                order.isEmpty()
                    ? disputed("no payment has the id " + out.endToEnd().get())
                    : decide(
                        order.get(),
                        open ->
                            PaymentOrderRules.paid(
                                open, order.get().key(), out.amount(), out.bookedAt())));
  }

  // Money that has come in is kept in any case, if need be as a receipt that fits nothing.
  private Uni<Optional<String>> cameBack(BankEntry.Returned back, boolean isFirst) {
    return order(back.endToEnd())
        .chain(
            order ->
                order.isEmpty() || !isFirst
                    ? received(stray(back))
                    : decide(
                            order.get(),
                            open ->
                                PaymentOrderRules.cameBack(
                                    open, order.get().key(), back.amount(), back.bookedAt()))
                        .chain(
                            dispute -> dispute.isPresent() ? received(stray(back)) : undisputed()));
  }

  private Uni<Optional<String>> answered(PgBankStore.Line line, OrderAnswer answer) {
    OrderStatus status = answer.status();
    boolean isRejected = status.step() == OrderStatus.Step.REJECTED && !status.isOfCopy();
    return order(answer.endToEnd())
        .map(Optional::orElseThrow)
        .chain(
            order ->
                isRejected
                    ? decide(
                        order,
                        open -> PaymentOrderRules.rejected(open, order.key(), line.writtenAt()))
                    : undisputed())
        .call(
            dispute ->
                dispute.isPresent() || status.isOfCopy()
                    ? Uni.createFrom().voidItem()
                    : payments.note(line.message(), answer.endToEnd(), status));
  }

  private Uni<Optional<String>> decide(
      PaymentView order, Function<Books, Decision<Books, ?>> rule) {
    return books
        .<Object>change(PaymentOrderRules.scopeOf(order), open -> rule.apply(open).map(it -> it))
        .map(BankLineProcessor::dispute);
  }

  private Uni<Optional<PaymentView>> order(String endToEnd) {
    return payments.payment(endToEnd);
  }

  private static boolean isFirst(PgBankStore.Line line, BankEntry entry) {
    return line.first().map(entry.reference()::equals).orElse(true);
  }

  private static BankReceipt receipt(BankEntry.Incoming in) {
    return new BankReceipt(
        in.reference(),
        in.subAccount(),
        in.amount(),
        in.payer().isBlank() ? NOBODY : in.payer(),
        in.bookedAt(),
        in.account(),
        cut(in.remittance()));
  }

  private static BankReceipt stray(BankEntry.Returned back) {
    String remittance = "退汇 %s %s".formatted(back.endToEnd(), back.reason());
    return new BankReceipt(
        back.reference(),
        "",
        back.amount(),
        NOBODY,
        back.bookedAt(),
        Optional.empty(),
        cut(remittance));
  }

  private static String cut(String text) {
    return text.length() <= REMITTANCE_MAX ? text : text.substring(0, REMITTANCE_MAX);
  }

  private static Optional<String> dispute(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> Optional.empty();
      case Answer.Refused<?> refused -> {
        Refusal first = refused.reasons().getFirst();
        yield Optional.of(first.reason().name() + ": " + first.detail());
      }
    };
  }

  private static Uni<Optional<String>> disputed(String why) {
    return Uni.createFrom().item(Optional.of(why));
  }

  private static Uni<Optional<String>> undisputed() {
    return Uni.createFrom().item(Optional.empty());
  }
}
