package eco.exchange.settlement.reconciliation;

import eco.exchange.settlement.reconciliation.BankException.Kind;
import java.util.List;

/** How two persons settle an exception of the link to the bank. */
public sealed interface ExceptionSettlement {

  /** Whether an exception of a kind can be settled so. */
  default boolean fits(Kind kind) {
    return switch (this) {
      case Explained explained -> true;
      case LetPass pass -> kind == Kind.STATEMENT_WAITS;
      case Follow follow -> kind == Kind.LINE_DISPUTED;
      case TakeBack back -> kind == Kind.LINE_DISPUTED;
      case Strike strike -> kind == Kind.BALANCE_DIFFERS;
    };
  }

  /** The receipts that it names. */
  default List<String> receipts() {
    return List.of();
  }

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
   * The line takes back receipts that it does not name.
   *
   * @param receipts the bank's numbers of the receipts; at least one
   */
  record TakeBack(List<String> receipts) implements ExceptionSettlement {

    /** Copies the numbers. */
    public TakeBack {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * The difference comes from receipts that the bank has told, or persons have entered, and that it
   * has never booked; they are struck.
   *
   * @param receipts the bank's numbers of the receipts; at least one
   */
  record Strike(List<String> receipts) implements ExceptionSettlement {

    /** Copies the numbers. */
    public Strike {
      receipts = List.copyOf(receipts);
    }
  }
}
