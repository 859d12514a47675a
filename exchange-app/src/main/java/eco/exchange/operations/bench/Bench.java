package eco.exchange.operations.bench;

import eco.exchange.operations.Console;
import eco.exchange.operations.Programs;
import java.util.Map;

/** The measurements an operator can run by name. */
public final class Bench {

  private static final Map<String, Programs.Program> NAMES =
      Map.of(
          BidsBench.NAME, of(new Benchmark<>(BidsBench.NAME, BidsPart.class, BidsBench::measure)),
          ContractsBench.NAME,
              of(
                  new Benchmark<>(
                      ContractsBench.NAME, ContractsPart.class, ContractsBench::measure)),
          SettlementBench.NAME,
              of(
                  new Benchmark<>(
                      SettlementBench.NAME, SettlementPart.class, SettlementBench::measure)));

  private Bench() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) {
    System.exit(new Programs("bench", NAMES).run(arguments));
  }

  private static Programs.Program of(Benchmark<?> benchmark) {
    return arguments -> benchmark.run(Console::say, Console::complain, arguments);
  }
}
