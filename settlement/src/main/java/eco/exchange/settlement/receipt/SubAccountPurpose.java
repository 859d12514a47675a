package eco.exchange.settlement.receipt;

/** The purposes for which money is awaited on a sub-account. */
public enum SubAccountPurpose {
  /** A bidder's deposit (保证金). */
  DEPOSIT,
  /** The price of a contract, less the winner's deposit. */
  PRICE,
  /** One instalment of a price, the first less the winner's deposit. */
  INSTALMENT,
  /** One year's revenue of a contract, or what was left out of its report. */
  REVENUE,
  /** The penalty for what came late, or for what was left out of a report. */
  PENALTY,
  /** What a payer owes anew, because the bank has taken back a payment that was used already. */
  RECOURSE
}
