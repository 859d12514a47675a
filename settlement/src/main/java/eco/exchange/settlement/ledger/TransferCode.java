package eco.exchange.settlement.ledger;

/** The codes of transfers, which tell what they are for. */
public enum TransferCode {
  /** Money has arrived at the bank. */
  RECEIPT,
  /** A stray receipt was assigned to a sub-account. */
  ASSIGNMENT,
  /** A deposit is held for the price, and later becomes price or is given up. */
  DEPOSIT,
  /** The rest of the price enters the escrow. */
  PRICE,
  /** A year's revenue enters the escrow. */
  REVENUE,
  /** An income leaves the escrow, by the clauses of the contract. */
  DISTRIBUTION,
  /** The members' part of a distribution is split among the members of a collective. */
  ALLOTMENT,
  /** What the clauses give back to a watershed enters its fund. */
  REINVESTMENT,
  /** Money is set aside for a payment order to the bank. */
  PAYOUT,
  /** What another transfer moved by mistake goes back. */
  CORRECTION,
  /** The bank has taken back what had come in. */
  REVERSAL
}
