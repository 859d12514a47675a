package eco.exchange.settlement.reconciliation;

/** How two persons settle an exception of the link to the bank. */
public sealed interface ExceptionSettlement {

  /**
   * It is explained, and nothing follows from it. A payment that is still stuck when the days of an
   * exception are over is raised anew.
   */
  record Explained() implements ExceptionSettlement {}

  /** The statement is let pass, although it does not follow upon the last one. */
  record LetPass() implements ExceptionSettlement {}

  /**
   * The line takes back a receipt that it does not name; or the difference comes from a receipt
   * that the bank has never booked.
   *
   * @param receipt the bank's number of the receipt
   */
  record TakeBack(String receipt) implements ExceptionSettlement {}
}
