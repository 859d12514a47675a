package eco.exchange.lab.bench.settlement;

/** The parts of the bench of settlement. Each part can be run alone. */
public enum SettlementPart {
  /** The plain ledger, one function call a transfer: spread, hot, and five in one transaction. */
  PLAIN,
  /** Transfers between ten thousand accounts. */
  SPREAD,
  /** Transfers into one escrow. */
  HOT,
  /** Five-way distributions of ten thousands of contracts. */
  DISTRIBUTION,
  /** A year-end run of a hundred thousand payees, and one of a million. */
  PAYEES;

  /** The name of the bench. */
  public static final String BENCH = "settlement";
}
