package eco.exchange.settlement.receipt;

import java.time.Instant;

/**
 * The end of a receipt that is none any more.
 *
 * @param cause why
 * @param movement the movement by which the bank took it back, or the first of its parts
 * @param at when it was recorded here
 */
public record ReceiptReversal(Cause cause, String movement, Instant at) {

  /** Why a receipt is none any more. */
  public enum Cause {
    /** The bank has taken the money back. */
    TAKEN_BACK,
    /** The bank tells it as several receipts now, and each of them is taken by itself. */
    TOLD_IN_PARTS
  }
}
