package eco.exchange.lab.bench.contracts;

/** The parts of the bench of the contracts. Each part can be run alone. */
public enum ContractsPart {
  /** Contracts printed, and printed, signed and sealed, on one core. */
  PRINT,
  /** The same text by headless Chromium, in one warm tab. */
  CHROMIUM,
  /** The same text by another library in Java, untagged, on one core. */
  LIBRARY,
  /** What objects need while a thousand contracts are printed, and while ten thousand are. */
  MEMORY;

  /** The name of the bench. */
  public static final String BENCH = "contracts";
}
