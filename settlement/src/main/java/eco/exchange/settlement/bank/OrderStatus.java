package eco.exchange.settlement.bank;

import java.util.Set;

/**
 * The status of a payment at the bank.
 *
 * @param step how far it has come
 * @param reason why it was rejected, by the code of ISO 20022 and the words of the bank; else empty
 */
public record OrderStatus(Step step, String reason) {

  /** How far a payment has come at the bank. */
  public enum Step {
    /** It is well-formed, and will be paid. */
    ACCEPTED,
    /** The bank says that it was paid; only a booked movement proves it. */
    EXECUTED,
    /** It will not be paid. */
    REJECTED
  }

  /**
   * The codes by which a bank says that it knows the payment already (ExternalStatusReason1Code).
   */
  private static final Set<String> TOLD_BEFORE =
      Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL");

  /**
   * Whether only this copy of the payment is rejected, because the bank has it already. The payment
   * itself goes its way, and to order it anew would pay it twice.
   */
  public boolean isOfCopy() {
    return step == Step.REJECTED && TOLD_BEFORE.contains(reason.split(" ", 2)[0]);
  }
}
