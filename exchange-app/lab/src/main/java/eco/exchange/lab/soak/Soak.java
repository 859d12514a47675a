package eco.exchange.lab.soak;

import eco.exchange.lab.soak.bank.BankSoak;
import eco.exchange.lab.soak.rent.RentSoak;
import eco.exchange.lab.trial.NamedPrograms;
import java.util.Map;

/** The long runs with faults an operator can start by name. */
public final class Soak {

  private static final Map<String, NamedPrograms.Program> NAMES =
      Map.of(
          "bidding", BiddingSoak::run,
          "nodes", NodesSoak::run,
          "demo", DemoSoak::run,
          "ledger", LedgerSoak::run,
          "settlement", SettlementSoak::run,
          "bank", BankSoak::run,
          "rent", RentSoak::run);

  private Soak() {}

  /** Runs the long run named first. */
  public static void main(String... arguments) {
    System.exit(new NamedPrograms("soak", NAMES).run(arguments));
  }
}
