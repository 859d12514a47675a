package eco.exchange.settlement.banking;

import static eco.exchange.settlement.bank.BankRefusal.EXCEPTION_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.SAME_PERSON;
import static eco.exchange.settlement.bank.BankRefusal.SETTLEMENT_UNFIT;

import eco.exchange.answer.Answer;
import eco.exchange.market.AccountId;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.movement.KnownMovement;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.BankException.Kind;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;

/** What two persons decide about an exception of the link to the bank. */
final class ExceptionSettlements {

  private static final String OF_STATEMENT = "statement/";
  private static final String STRUCK = "struck/";

  private final TakenBackReceipts takenBack;
  private final PgBankLineStore lines;
  private final PgBankExceptionStore exceptions;
  private final BankLineProcessor teller;

  ExceptionSettlements(
      TakenBackReceipts takenBack,
      PgBankLineStore lines,
      PgBankExceptionStore exceptions,
      BankLineProcessor teller) {
    this.takenBack = takenBack;
    this.lines = lines;
    this.exceptions = exceptions;
    this.teller = teller;
  }

  /** A settlement that two persons have agreed on. */
  private record Agreed(
      ExceptionSettlement settlement,
      String words,
      AccountId proposer,
      AccountId confirmer,
      Instant at) {}

  Uni<Answer<BankException>> settle(
      String key,
      ExceptionSettlement settlement,
      String words,
      AccountId proposer,
      AccountId confirmer,
      Instant now) {
    if (proposer.equals(confirmer)) {
      return refused(SAME_PERSON, "whoever proposes it does not confirm it");
    }
    Agreed agreed = new Agreed(settlement, words, proposer, confirmer, now);
    return exceptions
        .exception(key)
        .chain(
            found ->
                found.isEmpty()
                    ? refused(EXCEPTION_UNKNOWN, key)
                    : found.get().end().isPresent()
                        ? Uni.createFrom().item(Answer.done(found.get()))
                        : settle(found.get(), agreed));
  }

  private Uni<Answer<BankException>> settle(BankException open, Agreed agreed) {
    return switch (agreed.settlement()) {
      case ExceptionSettlement.Explained explained -> ended(open, agreed);
      case ExceptionSettlement.LetPass pass ->
          open.kind() == Kind.STATEMENT_WAITS
              ? letPass(open, agreed)
              : refused(SETTLEMENT_UNFIT, "only a statement that waits is let pass");
      case ExceptionSettlement.TakeBack back ->
          switch (open.kind()) {
            case LINE_DISPUTED -> takeBack(open, back.receipt(), agreed);
            case BALANCE_DIFFERS -> strike(open, back.receipt(), agreed);
            case MESSAGE_REFUSED, STATEMENT_WAITS, RECEIPT_TAKEN_BACK, PAYMENT_STUCK ->
                refused(SETTLEMENT_UNFIT, "only a line or a difference takes something back");
          };
    };
  }

  private Uni<Answer<BankException>> ended(BankException open, Agreed agreed) {
    return exceptions
        .end(open.key(), agreed.words(), agreed.proposer(), agreed.confirmer(), agreed.at())
        .chain(() -> exceptions.exception(open.key()))
        .map(ended -> Answer.done(ended.orElseThrow()));
  }

  private Uni<Answer<BankException>> letPass(BankException open, Agreed agreed) {
    return exceptions
        .letPass(
            open.key(),
            open.key().substring(OF_STATEMENT.length()),
            agreed.words(),
            agreed.proposer(),
            agreed.confirmer(),
            agreed.at())
        .chain(teller::followAll)
        .chain(() -> exceptions.exception(open.key()))
        .map(ended -> Answer.done(ended.orElseThrow()));
  }

  private Uni<Answer<BankException>> takeBack(BankException open, String receipt, Agreed agreed) {
    return lines
        .takingBack(open.key(), receipt)
        .chain(
            movement ->
                movement.isEmpty()
                    ? refused(
                        SETTLEMENT_UNFIT,
                        "the line takes nothing back, or %s is not of its amount"
                            .formatted(receipt))
                    : takeBack(
                        open, receipt, movement.get(), agreed, () -> judge(open, receipt, agreed)));
  }

  private Uni<Void> judge(BankException open, String receipt, Agreed agreed) {
    return lines.judge(open.key(), receipt, agreed.proposer(), agreed.confirmer(), agreed.at());
  }

  // What was told by notices or by hand and by no statement, the bank has never booked.
  private Uni<Answer<BankException>> strike(BankException open, String receipt, Agreed agreed) {
    return lines
        .movement(receipt)
        .chain(
            known ->
                known.filter(KnownMovement::isToldByNoticesAlone).isPresent()
                    ? takeBack(open, receipt, STRUCK + receipt, agreed, Uni.createFrom()::voidItem)
                    : refused(SETTLEMENT_UNFIT, "a statement tells %s".formatted(receipt)));
  }

  // Only what could be taken back is noted to have been.
  private Uni<Answer<BankException>> takeBack(
      BankException open,
      String receipt,
      String movement,
      Agreed agreed,
      Supplier<Uni<Void>> noting) {
    return takenBack
        .takeBack(receipt, movement)
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Refused<ReceiptView> refused ->
                      Uni.createFrom().item(Answer.refused(refused.reasons()));
                  case Answer.Done<ReceiptView> done ->
                      noting.get().chain(() -> ended(open, agreed));
                });
  }

  private static Uni<Answer<BankException>> refused(BankRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
