package eco.exchange.lab.bench.settlement;

import eco.exchange.lab.bench.measure.BenchOrder;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Pgbench;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The bench of settlement: a plain ledger in SQL, our ledger, distributions and a year-end run. */
public final class SettlementBench {

  private static final String HOUSE = SettlementLoad.class.getName();
  private static final int CONTRACTS = 120_000;
  private static final int PAYEES_EACH = 5;
  private static final int FEW_PAYEES = 100_000;
  private static final int MANY_PAYEES = 1_000_000;

  private final BenchOrder<SettlementPart> order;
  private final TrialDatabase ground;
  private final Figures figures;
  private final Consumer<String> say;
  private int furnished;

  private SettlementBench(
      BenchOrder<SettlementPart> order,
      TrialDatabase ground,
      Figures figures,
      Consumer<String> say) {
    this.order = order;
    this.ground = ground;
    this.figures = figures;
    this.say = say;
  }

  /** Measures the parts that are wanted, with a database of their own. */
  public static void measure(
      BenchOrder<SettlementPart> order, Figures figures, Consumer<String> say)
      throws IOException, SQLException, InterruptedException {
    if (order.wants(SettlementPart.PLAIN)) {
      Pgbench.mustBeRunnable();
    }
    say.accept("preparing a database of its own, fsync and synchronous_commit on");
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      new SettlementBench(order, ground, figures, say).run();
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    if (order.wants(SettlementPart.PLAIN)) {
      say.accept("the plain ledger: one function call a transfer, pgbench with 32 clients");
      new PlainLedger(ground, figures).measure(order.seconds());
    }
    if (order.wants(SettlementPart.SPREAD)) {
      say.accept("transfers between ten thousand accounts");
      house(SettlementPart.SPREAD);
      ground.mustBeDurable();
    }
    if (order.wants(SettlementPart.HOT)) {
      say.accept("transfers into one escrow");
      house(SettlementPart.HOT);
    }
    if (order.wants(SettlementPart.DISTRIBUTION)) {
      distribute();
    }
    if (order.wants(SettlementPart.PAYEES)) {
      runYear("payees_hundred_thousand", FEW_PAYEES / PAYEES_EACH);
      runYear("payees_million", MANY_PAYEES / PAYEES_EACH);
    }
    compare();
  }

  private void distribute() throws IOException, SQLException, InterruptedException {
    int after = furnish(CONTRACTS);
    say.accept("five-way distributions of %,d contracts".formatted(CONTRACTS));
    house(SettlementPart.DISTRIBUTION, Integer.toString(CONTRACTS), Integer.toString(after));
  }

  private void runYear(String name, int contracts)
      throws IOException, SQLException, InterruptedException {
    furnish(contracts);
    say.accept("a year-end run of %,d contracts, five payees each".formatted(contracts));
    house(SettlementPart.PAYEES, name);
  }

  // The tables of the exchange are made by the exchange, when it first starts.
  private int furnish(int contracts) throws IOException, SQLException, InterruptedException {
    if (furnished == 0) {
      house(SettlementPart.PAYEES, "nobody");
    }
    int after = furnished;
    new ContractStock(ground).furnish(after, contracts);
    ground.run("VACUUM ANALYZE");
    furnished += contracts;
    return after;
  }

  private void house(SettlementPart part, String... more) throws IOException, InterruptedException {
    Path told = ground.folder().resolve("house-%s-%d.jsonl".formatted(part, System.nanoTime()));
    String[] arguments =
        Stream.concat(
                Stream.of(told.toString(), Integer.toString(order.seconds()), part.name()),
                Stream.of(more))
            .toArray(String[]::new);
    Map<String, String> withoutWeb = Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
    try (TrialProcess house = TrialProcess.start(ground, HOUSE, withoutWeb, arguments)) {
      house.finish();
    }
    if (more.length == 0 || !more[0].equals("nobody")) {
      figures.read(told);
    }
  }

  private void compare() {
    figures.ratio("spread_transfer_ratio", "spread_transfer_rate", "plain_spread_rate");
    figures.ratio("hot_transfer_ratio", "hot_transfer_rate", "plain_hot_rate");
    figures.ratio("distribution_ratio", "distribution_rate", "plain_shares_rate");
    figures.ratio("payees_peak_ratio", "payees_million_peak_mb", "payees_hundred_thousand_peak_mb");
  }
}
