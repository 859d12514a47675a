package eco.exchange.settlement.manualreceipt;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.calendar.MarketClock;
import eco.exchange.market.Actor;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.receipt.BankReceipt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Receipts that are entered by hand, because no message of the bank has told of them: one person
 * enters what has arrived, and another confirms it. Until then nothing follows from it.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class ManualReceipts {

  /** How such a notice is numbered: no message of a bank has a number as long. */
  private static final String MESSAGE = "manual/%035d";

  private final PgManualReceiptStore store;
  private final Banking banking;
  private final Clock clock;

  ManualReceipts(PgManualReceiptStore store, Banking banking, Clock clock) {
    this.store = store;
    this.banking = banking;
    this.clock = clock;
  }

  /**
   * Enters a receipt.
   *
   * @return what waits to be confirmed, or AMOUNT_NOT_POSITIVE, TEXT_OUT_OF_BOUNDS, ACCOUNT_UNFIT,
   *     ARRIVAL_AHEAD; RECEIPT_DIFFERS, if another receipt of the number waits
   */
  public Uni<Answer<ManualReceiptView>> enter(BankReceipt receipt, Actor officer) {
    Instant now = MarketClock.micros(clock.instant());
    BankReceipt entered = receipt.at(MarketClock.micros(receipt.arrivedAt()));
    Optional<Refusal> fault = ManualReceiptRules.fault(entered, now);
    return fault.isPresent()
        ? Uni.createFrom().item(Answer.refused(List.of(fault.get())))
        : store
            .waiting(entered.reference())
            .chain(waiting -> enter(entered, officer, waiting, now));
  }

  private Uni<Answer<ManualReceiptView>> enter(
      BankReceipt entered, Actor officer, Optional<ManualReceiptView> waiting, Instant now) {
    if (waiting.isEmpty()) {
      return store.enter(entered, officer.account(), now).chain(() -> enter(entered, officer));
    }
    return Uni.createFrom()
        .item(
            waiting.get().receipt().equals(entered)
                ? Answer.done(waiting.get())
                : Answer.refused(
                    SettlementRefusal.RECEIPT_DIFFERS,
                    "another receipt %s waits".formatted(entered.reference())));
  }

  /**
   * Confirms that the money has come in as it was entered: it is taken as if a notice had told it.
   *
   * @return the receipt, or RECEIPT_UNKNOWN, FOUR_EYES, RESOLVED_OTHERWISE
   */
  public Uni<Answer<ManualReceiptView>> confirm(long number, String words, Actor manager) {
    return decide(number, true, words, manager);
  }

  /** Finds that the money has not come in as it was entered; refused as confirming is. */
  public Uni<Answer<ManualReceiptView>> refuse(long number, String words, Actor manager) {
    return decide(number, false, words, manager);
  }

  private Uni<Answer<ManualReceiptView>> decide(
      long number, boolean isConfirmed, String words, Actor manager) {
    return store
        .receipt(number)
        .chain(
            found ->
                found.isEmpty()
                    ? refused(SettlementRefusal.RECEIPT_UNKNOWN, "nothing was entered as " + number)
                    : decide(found.get(), isConfirmed, words, manager));
  }

  private Uni<Answer<ManualReceiptView>> decide(
      ManualReceiptView entered, boolean isConfirmed, String words, Actor manager) {
    if (entered.enteredBy().equals(manager.account())) {
      return refused(SettlementRefusal.FOUR_EYES, "whoever has entered it does not confirm it");
    }
    if (entered.end().isPresent() && entered.end().get().isConfirmed() != isConfirmed) {
      return refused(SettlementRefusal.RESOLVED_OTHERWISE, "it was decided before");
    }
    ManualReceiptView.End end =
        new ManualReceiptView.End(
            isConfirmed, manager.account(), words, MarketClock.micros(clock.instant()));
    return store
        .end(entered.number(), end)
        .chain(
            () -> isConfirmed ? banking.takeNotice(notice(entered)) : Uni.createFrom().voidItem())
        .chain(() -> store.receipt(entered.number()))
        .map(after -> Answer.done(after.orElseThrow()));
  }

  /** What was entered under a number, whatever has become of it. */
  public Uni<Optional<ManualReceiptView>> entered(long number) {
    return store.receipt(number);
  }

  /** What was entered and waits, by the bank's number. */
  public Uni<Optional<ManualReceiptView>> waiting(String reference) {
    return store.waiting(reference);
  }

  private static BankMessage.Notice notice(ManualReceiptView entered) {
    BankReceipt receipt = entered.receipt();
    return new BankMessage.Notice(
        MESSAGE.formatted(entered.number()),
        entered.enteredAt(),
        List.of(
            new BankEntry.Incoming(
                EntryReferences.of(receipt.reference()),
                receipt.amount(),
                BookingTime.at(receipt.arrivedAt()),
                receipt.subAccount(),
                receipt.payer(),
                receipt.account(),
                receipt.remittance())));
  }

  private static Uni<Answer<ManualReceiptView>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
