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
          BidsPart.BENCH, of(new NamedBench<>(BidsPart.BENCH, BidsPart.class, BidsBench::measure)),
          ContractsPart.BENCH,
              of(
                  new NamedBench<>(
                      ContractsPart.BENCH, ContractsPart.class, ContractsBench::measure)),
          SettlementPart.BENCH,
              of(
                  new NamedBench<>(
                      SettlementPart.BENCH, SettlementPart.class, SettlementBench::measure)));

  private Bench() {}

  /** Runs the measurement named first. */
  public static void main(String... arguments) {
    System.exit(new NamedPrograms("bench", NAMES).run(arguments));
  }

  private static NamedPrograms.Program of(NamedBench<?> benchmark) {
    return arguments -> benchmark.run(Console::say, Console::complain, arguments);
  }
}
