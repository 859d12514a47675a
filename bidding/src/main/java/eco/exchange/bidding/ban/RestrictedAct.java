package eco.exchange.bidding.ban;

/** An act that a ban forbids. */
public enum RestrictedAct {
  /** Apply to bid on a lot. */
  APPLY,
  /** Be admitted to the bidding with a deposit. */
  BID,
  /** Sign the contract of an award. */
  SIGN
}
