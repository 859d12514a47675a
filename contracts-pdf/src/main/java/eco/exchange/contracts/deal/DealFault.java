package eco.exchange.contracts.deal;

/**
 * One fault of a deal, told so that its author can mend it.
 *
 * @param code the sort of fault
 * @param detail what is wrong, with the figures
 */
public record DealFault(Code code, String detail) {

  /** The sorts of fault, in the order in which they are told. */
  public enum Code {
    /** The deal contradicts itself, or states what no contract may. */
    DEAL,
    /** The sharing terms have a fault. */
    TERMS,
    /** An amendment changes what it may not, or is not decided as it must be. */
    AMENDMENT,
    /** A clause that the law demands has nothing to say; its name begins the detail. */
    CLAUSE,
    /** A text is missing, too long, or has a sign that cannot be printed. */
    TEXT
  }
}
