package eco.exchange.settlement.receipt;

import java.util.Optional;

/** The resolution of a receipt that fitted nothing. */
public sealed interface ReceiptResolution {

  /** The number of the sub-account for which it is taken, if it is. */
  default Optional<String> target() {
    return switch (this) {
      case Return back -> Optional.empty();
      case Assign assign -> Optional.of(assign.subAccount());
    };
  }

  /** It goes back to whoever paid it. */
  record Return() implements ReceiptResolution {}

  /**
   * It is taken for a sub-account after all, for example when its payer has mistyped the number.
   *
   * @param subAccount the number of the sub-account, which must await exactly this amount
   */
  record Assign(String subAccount) implements ReceiptResolution {}
}
