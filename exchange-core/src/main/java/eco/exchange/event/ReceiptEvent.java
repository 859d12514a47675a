package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.money.Money;

/** The events of money that belongs to no trade yet. */
public sealed interface ReceiptEvent extends MarketEvent {

  /** The number of the receipt. */
  String receipt();

  @Override
  default String story() {
    return "receipt/" + receipt();
  }

  /**
   * The bank has taken back money that had come in.
   *
   * @param subAccount the sub-account that it had filled, or nothing
   * @param anew the sub-account on which its payer owes it anew, or nothing if it was still there
   */
  record ReceiptTakenBack(String receipt, Money amount, String subAccount, String anew)
      implements ReceiptEvent {}

  /**
   * Somebody has entered by hand that money has come in; another person is to confirm it.
   *
   * @param number by which what was entered is known
   */
  record ManualReceiptEntered(String receipt, long number, Money amount, AccountId by)
      implements ReceiptEvent {}

  /** Money has come in that fits nothing; it is kept until somebody decides. */
  record ReceiptUnmatched(String receipt, Money amount, String cause) implements ReceiptEvent {}

  /** Money that fitted nothing needs no decision any more: the bank has told more of it since. */
  record ReceiptCleared(String receipt, Money amount) implements ReceiptEvent {}
}
