package eco.exchange.settlement.manualreceipt;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.receipt.BankReceipt;
import java.time.Instant;
import java.util.Optional;

/** The rules of what may be entered by hand. */
final class ManualReceiptRules {

  /** No bank numbers a movement with more characters (ISO 20022, Max35Text). */
  private static final int REFERENCE_MAX = 35;

  private static final int SUB_ACCOUNT_MAX = 34;
  private static final int PAYER_MAX = 140;
  private static final int REMITTANCE_MAX = 500;

  private ManualReceiptRules() {}

  /** What is wrong with a receipt that is entered, in the order of the reasons. */
  static Optional<Refusal> fault(BankReceipt entered, Instant now) {
    if (!entered.amount().isPositive()) {
      return refusal(SettlementRefusal.AMOUNT_NOT_POSITIVE, "a receipt of " + entered.amount());
    }
    boolean isInBounds =
        isText(entered.reference(), REFERENCE_MAX)
            && entered.reference().chars().noneMatch(Character::isWhitespace)
            && entered.subAccount().length() <= SUB_ACCOUNT_MAX
            && isText(entered.payer(), PAYER_MAX)
            && entered.remittance().length() <= REMITTANCE_MAX;
    if (!isInBounds) {
      return refusal(
          SettlementRefusal.TEXT_OUT_OF_BOUNDS,
          ("a reference has 1 to %d characters without blanks, a sub-account at most %d, a payer 1 to %d,"
                  + " a remittance at most %d")
              .formatted(REFERENCE_MAX, SUB_ACCOUNT_MAX, PAYER_MAX, REMITTANCE_MAX));
    }
    Optional<BankAccount> misshapen = entered.account().filter(account -> !account.hasTheForm());
    if (misshapen.isPresent()) {
      return refusal(BankRefusal.ACCOUNT_UNFIT, misshapen.get().toString());
    }
    return entered.arrivedAt().isAfter(now)
        ? refusal(SettlementRefusal.ARRIVAL_AHEAD, "it is " + now)
        : Optional.empty();
  }

  private static Optional<Refusal> refusal(Reason reason, String detail) {
    return Optional.of(new Refusal(reason, detail));
  }

  private static boolean isText(String text, int max) {
    return !text.isBlank() && text.length() <= max;
  }
}
