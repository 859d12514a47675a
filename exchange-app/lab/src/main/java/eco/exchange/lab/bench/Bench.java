package eco.exchange.lab.bench;

import eco.exchange.lab.bench.bids.BidsBench;
import eco.exchange.lab.bench.bids.BidsPart;
import eco.exchange.lab.bench.contracts.ContractsBench;
import eco.exchange.lab.bench.contracts.ContractsPart;
import eco.exchange.lab.bench.measure.NamedBench;
import eco.exchange.lab.bench.settlement.SettlementBench;
import eco.exchange.lab.bench.settlement.SettlementPart;
import eco.exchange.lab.trial.NamedPrograms;
import eco.exchange.programs.Console;
import java.util.Map;

/** The measurements an operator can run by name. */
public final class Bench {

  private static final Map<String, NamedPrograms.Program> NAMES =
      Map.of(
          BidsBench.NAME, of(new NamedBench<>(BidsBench.NAME, BidsPart.class, BidsBench::measure)),
          ContractsBench.NAME,
              of(
                  new NamedBench<>(
                      ContractsBench.NAME, ContractsPart.class, ContractsBench::measure)),
          SettlementBench.NAME,
              of(
                  new NamedBench<>(
                      SettlementBench.NAME, SettlementPart.class, SettlementBench::measure)));

  private Bench() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) {
    System.exit(new NamedPrograms("bench", NAMES).run(arguments));
  }

  private static NamedPrograms.Program of(NamedBench<?> benchmark) {
    return arguments -> benchmark.run(Console::say, Console::complain, arguments);
  }
}
