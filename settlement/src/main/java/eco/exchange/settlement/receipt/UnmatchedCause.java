package eco.exchange.settlement.receipt;

/** The causes for which a receipt fits nothing, in the order in which they are looked for. */
public enum UnmatchedCause {
  /** There is no such sub-account. */
  UNKNOWN_ACCOUNT,
  /** The sub-account awaits nothing any more: it was paid before, released or closed. */
  ACCOUNT_CLOSED,
  /** A deposit that arrived when it was no longer due (R-QUA-4). */
  LATE,
  /** A deposit of which the bank tells the day alone, on the day until which it was due. */
  TIME_UNCLEAR,
  /** More than is missing of a deposit. */
  WRONG_AMOUNT
}
