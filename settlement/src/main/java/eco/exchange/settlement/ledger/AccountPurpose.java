package eco.exchange.settlement.ledger;

/** The purposes of accounts. */
public enum AccountPurpose {
  /** The exchange's own account at the bank, as far as it holds the money of this story. */
  BANK,
  /** A stray receipt that waits for a decision. */
  SUSPENSE,
  /** A bidder's deposit. */
  DEPOSIT,
  /** The rest of the price, on its way into the escrow. */
  PRICE,
  /** A year's revenue, on its way into the escrow. */
  REVENUE,
  /** The escrow of the contract. */
  ESCROW,
  /** What a payee has been given by the clauses of the contract, or of a deposit that was lost. */
  PAYEE,
  /** What a member of a collective has been given of the members' part. */
  MEMBER,
  /** The reinvestment fund of a watershed. */
  FUND,
  /** Money that the bank has been ordered to pay out. */
  PAYOUT,
  /** What a payer owes anew, because the bank has taken back a payment that was used already. */
  RECOURSE;

  /** Whether more may leave an account than has entered it: what others pay in, or owe. */
  boolean mayOwe() {
    return this == BANK || this == RECOURSE;
  }
}
