package eco.exchange.operations;

import eco.exchange.operations.bench.BidsBench;
import eco.exchange.operations.bench.SettlementBench;
import java.util.Map;

/** The measurements an operator can run by name. */
public final class Bench {

  private static final Map<String, Programs.Program> NAMES =
      Map.of(
          "bids", new BidsBench(Console::say, Console::complain)::run,
          "settlement", new SettlementBench(Console::say, Console::complain)::run);

  private Bench() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) {
    System.exit(new Programs("bench", NAMES).run(arguments));
  }
}
