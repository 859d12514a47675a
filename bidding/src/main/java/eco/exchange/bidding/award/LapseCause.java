package eco.exchange.bidding.award;

/**
 * The causes for which an award lapses, each with whether the deposit is lost with it (R-QUA-8).
 */
public enum LapseCause {
  /** The winner has said that it will not sign. */
  DECLINED(true),
  /** The winner has not signed in time (R-POST-1). */
  NOT_SIGNED(true),
  /** The winner was qualified by false documents. */
  FALSE_PAPERS(true),
  /** The winner may not sign, for it was banned meanwhile; that alone forfeits nothing. */
  BANNED(false),
  /** The winner has a hand in the trade, which came out only now. */
  CONFLICT_OF_INTEREST(false),
  /** The transferor does not sign; the winner has its deposit back. */
  TRANSFEROR_FAILED(false);

  private final boolean forfeits;

  LapseCause(boolean forfeits) {
    this.forfeits = forfeits;
  }

  /** Whether the deposit is lost. */
  public boolean forfeits() {
    return forfeits;
  }
}
