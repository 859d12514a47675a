package eco.exchange.event;

import eco.exchange.money.Money;

/** The events of money that belongs to no trade yet. */
public sealed interface ReceiptEvent extends MarketEvent {

  /** The number of the receipt. */
  String receipt();

  @Override
  default String story() {
    return "receipt/" + receipt();
  }

  /** Money has come in that fits nothing; it is kept until somebody decides. */
  record ReceiptUnmatched(String receipt, Money amount, String cause) implements ReceiptEvent {}
}
