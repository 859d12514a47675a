package eco.exchange.settlement.reconciliation;

import java.util.List;

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
   * The line is true as it stands, and is followed: once more, if what stood in its way is gone; as
   * a movement of its own, if nobody knew which it tells.
   */
  record Follow() implements ExceptionSettlement {}

  /**
   * The line takes back receipts that it does not name; or the difference comes from receipts that
   * the bank has never booked.
   *
   * @param receipts the bank's numbers of the receipts; at least one
   */
  record TakeBack(List<String> receipts) implements ExceptionSettlement {

    /** Copies the numbers. */
    public TakeBack {
      receipts = List.copyOf(receipts);
    }
  }
}
