package eco.exchange.bidding.ban;

/** What a banned subject may not do. */
public enum RestrictedAct {
  /** Apply to bid on a lot. */
  APPLY,
  /** Be admitted to the bidding with a deposit. */
  BID,
  /** Sign the contract of an award. */
  SIGN
}
