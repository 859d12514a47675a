package eco.exchange.settlement.receipt;

import java.util.Optional;

/** The resolution of a receipt that fitted nothing. */
public sealed interface ReceiptResolution {

  /** The number of the sub-account for which it is taken, if it is. */
  default Optional<String> target() {
    return switch (this) {
      case Return back -> Optional.empty();
      case Assign assign -> Optional.of(assign.subAccount());
      case Settle settle -> Optional.empty();
    };
  }

  /** The number of the receipt that it pays anew, if it does. */
  default Optional<String> settled() {
    return this instanceof Settle settle ? Optional.of(settle.receipt()) : Optional.empty();
  }

  /** It goes back to whoever paid it. */
  record Return() implements ReceiptResolution {}

  /**
   * It is taken for a sub-account after all, for example when its payer has mistyped the number.
   *
   * @param subAccount the number of the sub-account, which must await exactly this amount
   */
  record Assign(String subAccount) implements ReceiptResolution {}

  /**
   * It pays anew what another receipt brought and the bank has taken back after that had gone back
   * to its payer.
   *
   * @param receipt the bank's number of that receipt, which must owe exactly this amount
   */
  record Settle(String receipt) implements ReceiptResolution {}
}
