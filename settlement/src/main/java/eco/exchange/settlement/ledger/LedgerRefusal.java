package eco.exchange.settlement.ledger;

/** Why the ledger refuses a transfer, in the order in which the reasons are checked. */
public enum LedgerRefusal {
  /** The amount is nothing or less. */
  AMOUNT_NOT_POSITIVE,
  /** Debit and credit are the same account. */
  SAME_ACCOUNT,
  /** A pending transfer resolves another, or a void resolves none. */
  PHASE_WRONG,
  /** The business key was used before. */
  KEY_USED,
  /** There is no such pending transfer to post or void. */
  PENDING_UNKNOWN,
  /** The pending transfer was posted or voided before. */
  PENDING_RESOLVED,
  /** The pending transfer has other accounts, another amount or another code. */
  PENDING_DIFFERS,
  /** Money would leave an escrow otherwise than by a distribution, or a distribution elsewhere. */
  ESCROW_KEPT,
  /** The debit account does not have so much, or holds it for somebody. */
  NOT_ENOUGH
}
