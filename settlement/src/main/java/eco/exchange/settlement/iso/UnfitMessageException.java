package eco.exchange.settlement.iso;

import eco.exchange.answer.Refusal;
import eco.exchange.settlement.bank.BankRefusal;

/** The failure to read a message; it never leaves this package, where it becomes a refusal. */
final class UnfitMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  UnfitMessageException(BankRefusal reason, String detail) {
    super(reason + ": " + detail, null, false, false);
    this.refusal = new Refusal(reason, detail);
  }

  /** What is wrong, in words. */
  String told() {
    return refusal.told();
  }

  Refusal refusal() {
    return refusal;
  }
}
