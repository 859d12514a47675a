package eco.exchange.settlement.ledger;

/** The phases of a transfer: what it has done with its amount. */
public enum TransferPhase {
  /** The amount has moved: at once, or by posting a hold. */
  POSTED,
  /** The amount is held on the debit account, until it is posted, given up or over. */
  PENDING,
  /** A hold is given up, and its amount is free again. */
  VOIDED,
  /** The time of a hold has come before it was posted, and its amount is free again. */
  EXPIRED
}
