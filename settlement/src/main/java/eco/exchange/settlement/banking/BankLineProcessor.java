package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.NotedLine;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.UnclearLine;
import eco.exchange.settlement.banking.PgBankLineStore.Line;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.movement.KnownMovement;
import eco.exchange.settlement.movement.LineDispute;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptReversal.Cause;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.rows.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The processing of the lines that the bank has told, one after the other, with what follows from
 * each. What follows has a key of its own each time, so a line that was followed halfway is simply
 * followed again.
 */
final class BankLineProcessor {

  private static final Logger LOG = Logger.getLogger(BankLineProcessor.class);
  private static final int LINES_AT_ONCE = 200;

  private final BooksStore books;
  private final Receipts receipts;
  private final TakenBackReceipts takenBack;
  private final DisputedLines disputes;
  private final PgBankLineStore lines;
  private final PgBankExceptionStore exceptions;
  private final PgPaymentStore payments;
  private final Clock clock;

  BankLineProcessor(
      BooksStore books,
      Receipts receipts,
      TakenBackReceipts takenBack,
      DisputedLines disputes,
      PgBankLineStore lines,
      PgBankExceptionStore exceptions,
      PgPaymentStore payments,
      Clock clock) {
    this.books = books;
    this.receipts = receipts;
    this.takenBack = takenBack;
    this.disputes = disputes;
    this.lines = lines;
    this.exceptions = exceptions;
    this.payments = payments;
    this.clock = clock;
  }

  /** Follows every line that waits, oldest first, and then holds balances against the ledger. */
  Uni<Void> followAll() {
    return matchAll()
        .chain(this::followOpen)
        .chain(() -> alone(() -> disputes.goOn(clock.instant())))
        .chain(() -> alone(() -> disputes.followFuller(this::followDisputed, clock.instant())))
        .chain(() -> alone(takenBack::setOffOwed))
        .chain(() -> alone(() -> lines.check(clock.instant())));
  }

  /**
   * Holds the balance of the last statement against the ledger once more.
   *
   * @param isMended whether something was struck since, and not only a line settled
   */
  Uni<Void> checkAgain(boolean isMended) {
    return lines.checkAgain(isMended, clock.instant());
  }

  /** Whether a number is that of a movement that the bank has told, or persons have entered. */
  Uni<Boolean> knows(String movement) {
    return lines.movement(movement).map(Optional::isPresent);
  }

  // What fails here again and again must not keep back messages and payments.
  private static Uni<Void> alone(Supplier<Uni<Void>> step) {
    return Uni.createFrom()
        .deferred(step::get)
        .onFailure(PgFailures::isLasting)
        .recoverWithUni(
            failure -> {
              LOG.error("a step after the lines of the bank is left out", failure);
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> matchAll() {
    return lines
        .matchNext(clock.instant())
        .chain(more -> more ? matchAll() : Uni.createFrom().voidItem());
  }

  private Uni<Void> followOpen() {
    return lines
        .open(LINES_AT_ONCE)
        .chain(
            open ->
                open.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::followed)
                        .collect()
                        .last()
                        .chain(all -> followOpen()));
  }

  private Uni<Void> followed(Line line) {
    return judged(line).chain(dispute -> lines.note(line, dispute, clock.instant()));
  }

  private Uni<Optional<String>> judged(Line line) {
    return Uni.createFrom()
        .deferred(() -> follow(line))
        .onFailure(PgFailures::isLasting)
        .recoverWithItem(failure -> setAside(line, failure));
  }

  /**
   * Follows a line that is disputed, as a movement of its own if nobody knows which it tells.
   *
   * @param exception the key of its exception
   * @return why it cannot be true, if so
   */
  Uni<Optional<String>> followDisputed(String exception) {
    return lines
        .disputed(exception)
        .chain(
            line ->
                line.map(this::followedOnce)
                    .orElseGet(() -> disputed(LineDispute.NO_MOVEMENT, "it tells of no movement")));
  }

  // What was paid by another line is not paid by this one, too.
  private Uni<Optional<String>> followedOnce(Line line) {
    Optional<String> payment =
        line.told() instanceof BankEntry.Outgoing out
            ? out.references().endToEnd()
            : Optional.empty();
    return payment
        .map(this::order)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .chain(
            order ->
                order.filter(it -> it.state() == PaymentState.PAID).isPresent()
                    ? disputed(
                        LineDispute.PAYMENT_BOOKED,
                        "another line has told that the payment has left")
                    : judged(line));
  }

  // A line that cannot be followed is for a person; those behind it must not wait for that.
  private static Optional<String> setAside(Line line, Throwable failure) {
    LOG.errorf(failure, "line %d of message %s is not followed", line.place(), line.message());
    return Optional.of(
        LineDispute.NOT_FOLLOWED.told(
            "it could not be followed: " + failure.getClass().getSimpleName()));
  }

  /** Follows a line; what is answered is why it cannot be true, if so. */
  private Uni<Optional<String>> follow(Line line) {
    return switch (line.told()) {
      case BankEntry.Incoming in -> received(line, in);
      case BankEntry.Outgoing out -> left(out);
      case BankEntry.Collective all -> left(all);
      case BankEntry.Returned back -> toldAnew(line, () -> cameBack(line, back));
      case BankEntry.Reversal taken -> takenBack(line);
      case NotedLine noted -> undisputed();
      case UnclearLine unclear -> Uni.createFrom().item(Optional.of(unclear.why()));
      case OrderAnswer answer -> answered(line, answer);
    };
  }

  private Uni<Optional<String>> received(Line line, BankEntry.Incoming in) {
    String movement = line.movement().orElseThrow();
    if (line.isFuller()) {
      return lines
          .movement(movement)
          .map(known -> known.map(KnownMovement::told).orElse(in))
          .chain(
              told ->
                  told instanceof BankEntry.Incoming all
                      ? receipts
                          .complete(BankReceipt.of(movement, all))
                          .map(BankLineProcessor::dispute)
                      : disputed(
                          LineDispute.TOLD_OTHERWISE, "it was told as something else before"));
    }
    return inParts(line)
        .chain(
            dispute ->
                dispute.isPresent()
                    ? Uni.createFrom().item(dispute)
                    : received(BankReceipt.of(movement, in)));
  }

  // Of a receipt that is told in parts now, the parts are taken instead.
  private Uni<Optional<String>> inParts(Line line) {
    return line.inSum()
        .map(
            sum ->
                receipts
                    .takeBack(sum, Cause.TOLD_IN_PARTS, "parts/" + sum)
                    .map(BankLineProcessor::dispute))
        .orElseGet(BankLineProcessor::undisputed);
  }

  private Uni<Optional<String>> received(BankReceipt receipt) {
    return receipts.receive(receipt).map(BankLineProcessor::dispute);
  }

  private Uni<Optional<String>> takenBack(Line line) {
    return line.takesBack().isEmpty()
        ? disputed(LineDispute.NOTHING_TAKEN_BACK, "it takes back what is not known")
        : disputes
            .takeBack(line.takesBack(), taken -> line.movement().orElseThrow())
            .call(this::raise)
            .map(BankLineProcessor::dispute);
  }

  private Uni<Void> raise(Answer<List<Raised>> answer) {
    return answer instanceof Answer.Done<List<Raised>> done
        ? exceptions.raise(done.value(), clock.instant())
        : Uni.createFrom().voidItem();
  }

  private Uni<Optional<String>> left(BankEntry.Outgoing out) {
    Optional<String> payment = out.references().endToEnd();
    return payment.isEmpty()
        ? disputed(LineDispute.NOTHING_ORDERED, "the exchange has ordered nothing like it")
        : order(payment.get())
            .chain(
                order ->
                    order.isEmpty()
                        ? unknown(payment.get())
                        : paid(order.get(), out.amount(), out));
  }

  private Uni<Optional<String>> paid(PaymentView order, Money amount, BankEntry booked) {
    return decide(
        order, open -> PaymentOrderRules.paid(open, order.key(), amount, booked.booked().latest()));
  }

  // In one sum can only have left what the bank has not sent back; else a person must ask.
  private Uni<Optional<String>> left(BankEntry.Collective all) {
    return payments
        .ofFile(all.file())
        .chain(
            payments -> {
              List<PaymentView> sent =
                  payments.stream().filter(it -> it.state() != PaymentState.CAME_BACK).toList();
              Money sum = sent.stream().map(PaymentView::amount).reduce(Money.ZERO, Money::plus);
              return sum.equals(all.amount())
                  ? left(sent, all)
                  : disputed(
                      LineDispute.SUM_DIFFERS,
                      "%s in one sum, but file %s has %s to be paid"
                          .formatted(all.amount(), all.file(), sum));
            });
  }

  private Uni<Optional<String>> left(List<PaymentView> sent, BankEntry.Collective all) {
    return Multi.createFrom()
        .iterable(sent)
        .onItem()
        .transformToUniAndConcatenate(order -> paid(order, order.amount(), all))
        .collect()
        .asList()
        .map(disputes -> disputes.stream().flatMap(Optional::stream).findFirst());
  }

  // Money that has come in is kept in any case, if need be as a receipt that fits nothing.
  // What was told as money from somebody, before it was told as a payment that has come back, is no
  // receipt any more.
  private Uni<Optional<String>> toldAnew(Line line, Supplier<Uni<Optional<String>>> following) {
    String movement = line.movement().orElseThrow();
    return line.isFuller()
        ? receipts
            .receipt(movement)
            .chain(
                found ->
                    found.isPresent()
                        ? receipts
                            .takeBack(movement, Cause.TOLD_IN_PARTS, "returned/" + movement)
                            .map(BankLineProcessor::dispute)
                        : undisputed())
            .chain(
                dispute -> dispute.isPresent() ? Uni.createFrom().item(dispute) : following.get())
        : following.get();
  }

  private Uni<Optional<String>> cameBack(Line line, BankEntry.Returned back) {
    BankReceipt stray = BankReceipt.of(line.movement().orElseThrow(), back);
    return back.references()
        .endToEnd()
        .map(this::order)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .chain(
            order ->
                order.isEmpty() || line.isAnother()
                    ? received(stray)
                    : cameBack(line, order.get(), back)
                        .chain(dispute -> dispute.isPresent() ? received(stray) : undisputed()));
  }

  private Uni<Optional<String>> cameBack(Line line, PaymentView order, BankEntry.Returned back) {
    OrderStatus why = new OrderStatus(OrderStatus.Step.REJECTED, back.reason());
    return decide(
            order,
            open ->
                PaymentOrderRules.cameBack(
                    open, order.key(), back.amount(), back.booked().latest()))
        .call(
            dispute ->
                dispute.isPresent() || order.endToEnd().isEmpty() || back.reason().isBlank()
                    ? Uni.createFrom().voidItem()
                    : payments.note(line.message(), order.endToEnd().get(), why));
  }

  private Uni<Optional<String>> answered(Line line, OrderAnswer answer) {
    return order(answer.endToEnd())
        .chain(
            order ->
                order.isEmpty() ? unknown(answer.endToEnd()) : answered(line, answer, order.get()));
  }

  private Uni<Optional<String>> answered(Line line, OrderAnswer answer, PaymentView order) {
    OrderStatus status = answer.status();
    boolean isRejected = status.step() == OrderStatus.Step.REJECTED && !status.isOfCopy();
    Uni<Optional<String>> followed =
        isRejected
            ? decide(order, open -> PaymentOrderRules.rejected(open, order.key(), line.writtenAt()))
            : undisputed();
    return followed.call(
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

  private static Optional<String> dispute(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> Optional.empty();
      case Answer.Refused<?> refused -> Optional.of(refused.reasons().getFirst().told());
    };
  }

  private static Uni<Optional<String>> unknown(String payment) {
    return disputed(LineDispute.ORDER_UNKNOWN, "no payment has the id " + payment);
  }

  private static Uni<Optional<String>> disputed(LineDispute reason, String why) {
    return Uni.createFrom().item(Optional.of(reason.told(why)));
  }

  private static Uni<Optional<String>> undisputed() {
    return Uni.createFrom().item(Optional.empty());
  }
}
