package eco.exchange.settlement.receipt;

/** The purposes for which money is awaited on a sub-account. */
public enum SubAccountPurpose {
  /** A bidder's deposit (保证金). */
  DEPOSIT,
  /** The price of a contract, less the winner's deposit. */
  PRICE,
  /** One instalment of a price, the first less the winner's deposit. */
  INSTALMENT,
  /** One year's revenue of a contract. */
  REVENUE,
  /** The penalty for a price, an instalment of it or a revenue that came late. */
  PENALTY,
  /** What a payer owes anew, because the bank has taken back a payment that was used already. */
  RECOURSE
}
