package eco.exchange.settlement.ledger;

/** Reasons for which the ledger refuses a transfer, in the order in which they are checked. */
public enum LedgerRefusal {
  /** Another transfer of its chain is refused; a chain is made whole or not at all. */
  LINKED_REFUSED,
  /** The amount is nothing or less. */
  AMOUNT_NOT_POSITIVE,
  /** Debit and credit are the same account. */
  SAME_ACCOUNT,
  /** The hold would be over before it begins. */
  HOLD_TOO_SHORT,
  /** The business key was used before, with another content. */
  KEY_USED,
  /** There is no such hold to resolve. */
  HOLD_UNKNOWN,
  /** What is to be resolved holds nothing. */
  HOLD_NEVER_WAS,
  /** The hold was posted before. */
  HOLD_POSTED,
  /** The hold was given up before. */
  HOLD_VOIDED,
  /** The hold was over before. */
  HOLD_EXPIRED,
  /** The hold has other accounts or another code, or is to be freed with another amount. */
  HOLD_DIFFERS,
  /** More is to be posted than is held. */
  HOLD_EXCEEDED,
  /** The time of the hold has come: it can only expire. */
  HOLD_IS_OVER,
  /** The time of the hold has not come, or it has none: it cannot expire. */
  HOLD_RUNS,
  /** There is no such transfer to correct. */
  MISTAKE_UNKNOWN,
  /** What is to be corrected has moved nothing. */
  MISTAKE_MOVED_NOTHING,
  /** The correction does not lead back between the accounts of the mistake, or has a wrong code. */
  MISTAKE_DIFFERS,
  /** More would go back than was moved by mistake, together with what went back before. */
  MISTAKE_EXCEEDED,
  /** Money would leave an escrow otherwise than by a distribution, or a distribution elsewhere. */
  ESCROW_KEPT,
  /** The credit account is closed. */
  ACCOUNT_CLOSED,
  /** An account would hold or have more than can be counted. */
  OVERFLOW,
  /** The debit account does not have so much, or holds it for somebody. */
  NOT_ENOUGH
}
