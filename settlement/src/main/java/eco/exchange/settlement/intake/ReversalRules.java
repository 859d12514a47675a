package eco.exchange.settlement.intake;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;

import eco.exchange.answer.Decision;
import eco.exchange.event.ReceiptEvent;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksChange;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.deposit.DepositRules;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.part.PaymentParts;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptReversal.Cause;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules of what the bank takes back. Money that is still where it came in leaves again, and its
 * effect is undone. Money that was used already cannot be called back from those who have it by
 * right: the payer owes it anew, on a sub-account of its own, and nothing is paid out of the trade
 * until it has come in.
 */
final class ReversalRules {

  private ReversalRules() {}

  /**
   * Takes a receipt back.
   *
   * @return the receipt, or RECEIPT_UNKNOWN, REVERSED_OTHERWISE; RECEIPT_USED, if it is only told
   *     in parts now and was used as it was
   */
  static Decision<Books, ReceiptView> takeBack(
      Books books, Cause cause, String movement, Instant now) {
    if (books.receipt().isEmpty()) {
      return refused(SettlementRefusal.RECEIPT_UNKNOWN, "no such receipt", books);
    }
    ReceiptView known = books.receipt().get();
    if (known.reversal().isPresent()) {
      ReceiptReversal before = known.reversal().get();
      return before.cause() == cause && before.movement().equals(movement)
          ? done(known, books)
          : refused(SettlementRefusal.REVERSED_OTHERWISE, "by " + before.movement(), books);
    }
    boolean isStray = known.state() == ReceiptView.State.UNMATCHED;
    if (cause == Cause.TOLD_IN_PARTS && !isStray) {
      return refused(SettlementRefusal.RECEIPT_USED, "it is " + known.state(), books);
    }
    if (isAssignedElsewhere(books, known)) {
      return refused(SettlementRefusal.SUB_ACCOUNT_UNKNOWN, "it was assigned meanwhile", books);
    }
    ReceiptReversal reversal = new ReceiptReversal(cause, movement, now);
    ReceiptView after = known.reversed(reversal);
    Books kept = books.with(new BooksChange.ReceiptReversed(after, reversal));
    return done(after, isStray ? undone(kept, known, reversal) : used(kept, known, reversal));
  }

  private static Books undone(Books books, ReceiptView known, ReceiptReversal reversal) {
    Books back =
        books.with(
            back(AccountName.of(story(known), AccountPurpose.SUSPENSE), known.receipt(), reversal));
    return switch (reversal.cause()) {
      case TAKEN_BACK -> back.with(told(known, "", ""));
      case TOLD_IN_PARTS ->
          back.with(
              new ReceiptEvent.ReceiptCleared(
                  known.receipt().reference(), known.receipt().amount()));
    };
  }

  private static Books used(Books books, ReceiptView known, ReceiptReversal reversal) {
    Optional<SubAccountView> filled = books.filledBy(known.receipt().reference());
    boolean isBeside =
        filled.stream().flatMap(it -> it.beside().stream()).anyMatch(one -> isOf(one, known));
    if (filled.isEmpty() || isBeside) {
      AccountName owed = AccountName.of(story(known), AccountPurpose.RECOURSE);
      return books.with(back(owed, known.receipt(), reversal)).with(told(known, "", ""));
    }
    SubAccountView account = filled.get();
    BankReceipt receipt = known.receipt();
    return switch (account.state()) {
      case AWAITED ->
          PaymentParts.takenBack(books, account, receipt, reversal.at())
              .with(told(known, account.number(), ""));
      case HELD ->
          DepositRules.takenBack(books, account, receipt, reversal.at())
              .with(told(known, account.number(), ""));
      // While a complaint is open nothing of it may go back; what is missing is owed.
      case FROZEN, TO_BE_RELEASED ->
          account.parts().isEmpty()
              ? DepositRules.takenBack(books, account, receipt, reversal.at())
                  .with(told(known, account.number(), ""))
              : owedAnew(books, known, account, reversal);
      case APPLIED, RELEASED, FORFEITED, RECEIVED, CLOSED, TAKEN_BACK ->
          owedAnew(books, known, account, reversal);
    };
  }

  private static Books owedAnew(
      Books books, ReceiptView known, SubAccountView filled, ReceiptReversal reversal) {
    SubAccountView recourse =
        filled.recourse(books.nextNumber(), known.receipt().amount(), reversal.at());
    AccountName owed = books.account(AccountPurpose.RECOURSE, recourse.number());
    return books
        .with(recourse)
        .with(back(owed, known.receipt(), reversal))
        .with(told(known, filled.number(), recourse.number()));
  }

  private static Transfer back(AccountName from, BankReceipt receipt, ReceiptReversal reversal) {
    return Transfer.moving(
        "reversal/" + receipt.reference(),
        from,
        AccountName.of(from.story(), AccountPurpose.BANK),
        receipt.amount(),
        TransferCode.REVERSAL,
        reversal.at());
  }

  private static ReceiptEvent told(ReceiptView known, String subAccount, String anew) {
    return new ReceiptEvent.ReceiptTakenBack(
        known.receipt().reference(), known.receipt().amount(), subAccount, anew);
  }

  // These books may have been opened before somebody has assigned the receipt to a trade.
  private static boolean isAssignedElsewhere(Books books, ReceiptView known) {
    return switch (known.state()) {
      case MATCHED, ASSIGNED ->
          !isSettling(known) && books.filledBy(known.receipt().reference()).isEmpty();
      case UNMATCHED, RETURNED, TAKEN_BACK, TOLD_IN_PARTS -> false;
    };
  }

  private static boolean isOf(BankReceipt one, ReceiptView known) {
    return one.reference().equals(known.receipt().reference());
  }

  private static boolean isSettling(ReceiptView known) {
    return known.decision().flatMap(decision -> decision.resolution().settled()).isPresent();
  }

  private static String story(ReceiptView known) {
    return Story.ofReceipt(known.receipt().reference()).key();
  }
}
