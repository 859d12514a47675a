package eco.exchange.settlement.ledger;

/** The answer of the ledger to a chain. */
public sealed interface ChainAnswer {

  /** All of it stands in the ledger; or stood there before, with the same content. */
  record Made() implements ChainAnswer {}

  /**
   * None of it was made.
   *
   * @param place the member that is refused, counted from 0
   * @param reason why it is refused
   */
  record Refused(int place, LedgerRefusal reason) implements ChainAnswer {

    /** What a member is told: its own reason, or that another of the chain is refused. */
    public LedgerRefusal reasonOf(int member) {
      return member == place ? reason : LedgerRefusal.LINKED_REFUSED;
    }
  }
}
