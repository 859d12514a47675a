package eco.exchange.settlement.ledger;

/** The phases of a transfer that may be taken back. */
public enum Phase {
  /** The amount has moved: at once, or by posting a pending transfer. */
  POSTED,
  /** The amount is held on the debit account, until it is posted or voided. */
  PENDING,
  /** A pending transfer is given up, and its amount is free again. */
  VOIDED
}
