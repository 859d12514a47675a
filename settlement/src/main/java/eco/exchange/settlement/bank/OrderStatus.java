package eco.exchange.settlement.bank;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The status of a payment at the bank.
 *
 * @param step how far it has come
 * @param reason why it was rejected or stopped, by the code of ISO 20022 and the words of the bank,
 *     one reason after the other; else empty
 */
public record OrderStatus(Step step, String reason) {

  /** How far a payment has come at the bank. */
  public enum Step {
    /** It is well-formed, and will be paid. */
    ACCEPTED,
    /** The bank says that it was paid; only a booked movement proves it. */
    EXECUTED,
    /** The bank holds it back, until somebody releases or refuses it (BLCK). */
    STOPPED,
    /** It will not be paid. */
    REJECTED
  }

  /**
   * The codes by which a bank says that it knows the payment already (ExternalStatusReason1Code).
   */
  private static final Set<String> TOLD_BEFORE =
      Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL");

  /** What stands between two reasons. */
  public static final String BETWEEN_REASONS = "; ";

  /**
   * Whether only this copy of the payment is rejected, because the bank has it already. The payment
   * itself goes its way, and to order it anew would pay it twice.
   */
  public boolean isOfCopy() {
    return step == Step.REJECTED
        && Stream.of(reason.split(BETWEEN_REASONS))
            .anyMatch(why -> TOLD_BEFORE.contains(why.split(" ", 2)[0]));
  }
}
