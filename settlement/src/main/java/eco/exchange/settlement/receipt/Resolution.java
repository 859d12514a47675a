package eco.exchange.settlement.receipt;

/** What becomes of a receipt that fitted nothing. */
public sealed interface Resolution {

  /** It goes back to whoever paid it. */
  record Return() implements Resolution {}

  /**
   * It is taken for a sub-account after all, for example when the bank and not the bidder was late.
   *
   * @param subAccount the number of the sub-account, which must await exactly this amount
   */
  record Assign(String subAccount) implements Resolution {}
}
