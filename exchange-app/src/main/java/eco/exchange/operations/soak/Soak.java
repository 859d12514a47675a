package eco.exchange.operations.soak;

import eco.exchange.operations.Programs;
import java.util.Map;

/** The long runs with faults an operator can start by name. */
public final class Soak {

  private static final Map<String, Programs.Program> NAMES =
      Map.of(
          "bidding", BiddingSoak::run,
          "nodes", NodesSoak::run,
          "demo", DemoSoak::run,
          "ledger", LedgerSoak::run,
          "settlement", SettlementSoak::run);

  private Soak() {}

  /** Runs the long run named first. */
  public static void main(String... arguments) {
    System.exit(new Programs("soak", NAMES).run(arguments));
  }
}
