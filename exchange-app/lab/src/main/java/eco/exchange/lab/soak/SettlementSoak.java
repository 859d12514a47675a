package eco.exchange.lab.soak;

import eco.exchange.lab.bench.settlement.ContractStock;
import eco.exchange.lab.bench.settlement.SettlementLoad;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The soak in which the exchange is killed at every step of a distribution, and its PostgreSQL now
 * and then, while a year is shared: nobody may be paid twice, and nothing may be lost.
 *
 * <p>{@code ./exchange soak settlement [--rounds 200] [--database-rounds 20] [--contracts 300]
 * [--seed N]}: so often the exchange is killed, so often the database, and so many contracts come
 * due before each time. The exit code is 0 if nothing is wrong.
 */
final class SettlementSoak {

  private static final Map<String, String> WITHOUT_WEB =
      Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final SoakOrder order;
  private final TrialDatabase ground;
  private final ContractStock estate;
  private final DistributionSteps steps;
  private int contracts;

  private SettlementSoak(SoakOrder order, TrialDatabase ground) {
    this.order = order;
    this.ground = ground;
    this.estate = new ContractStock(ground);
    this.steps = new DistributionSteps(ground);
  }

  /** Runs the soak; the exit code of the program comes out. */
  static int run(String... arguments) {
    return SoakOrder.run(
        arguments,
        Map.of("rounds", 200L, "database-rounds", 20L, "contracts", 300L),
        SettlementSoak::run);
  }

  private static int run(SoakOrder order) throws IOException, SQLException, InterruptedException {
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      return new SettlementSoak(order, ground).run();
    }
  }

  private int run() throws IOException, SQLException, InterruptedException {
    share(0);
    List<Boolean> kills = new ArrayList<>();
    kills.addAll(Collections.nCopies((int) order.number("rounds"), true));
    kills.addAll(Collections.nCopies((int) order.number("database-rounds"), false));
    RandomGenerator random = order.draw(0);
    Collections.shuffle(kills, random);
    for (int round = 0; round < kills.size(); round++) {
      come();
      DistributionSteps.Step step = DistributionSteps.ALL.get(round % DistributionSteps.ALL.size());
      disturb(step, kills.get(round));
      Console.say(
          "%d of %d: %s killed when %s; %s"
              .formatted(
                  round + 1,
                  kills.size(),
                  kills.get(round) ? "the exchange" : "PostgreSQL",
                  step.does(),
                  ground.text("SELECT count(*) || ' shared' FROM settlement.distribution")));
    }
    share(0);
    return conclude();
  }

  /** Further contracts whose revenue is due. */
  private void come() throws SQLException {
    int more = (int) order.number("contracts");
    estate.furnish(contracts, more);
    contracts += more;
  }

  /** Shares all that is due and pays what has come after some contracts, undisturbed. */
  private void share(int after) throws IOException, InterruptedException {
    try (TrialProcess house = start(after)) {
      house.finish();
    }
  }

  private TrialProcess start(int after) throws IOException {
    return TrialProcess.start(
        ground,
        SettlementLoad.class.getName(),
        WITHOUT_WEB,
        ground.folder().resolve("house.jsonl").toString(),
        "1",
        "PAYEES",
        "year",
        Integer.toString(after),
        Integer.toString(contracts));
  }

  private void disturb(DistributionSteps.Step step, boolean exchange)
      throws IOException, SQLException, InterruptedException {
    steps.pauseAt(step);
    int here = (int) order.number("contracts");
    try (TrialProcess house = start(contracts - here)) {
      awaitPause(house);
      if (exchange) {
        house.kill();
      } else {
        ProcessHandle.of(ground.serverPid()).ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    awaitDatabase();
    steps.goOn();
  }

  private void awaitPause(TrialProcess house) throws SQLException, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!steps.isPaused()) {
      if (!house.isAlive() || System.nanoTime() > deadline) {
        throw new LoadTool.Failed("the distribution did not come to its step");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void awaitDatabase() throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        ground.number("SELECT 1");
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }

  private int conclude() throws SQLException {
    boolean isRight = true;
    for (Map.Entry<String, String> wrong : DistributionSteps.WRONGS.entrySet()) {
      long count = ground.number(wrong.getValue());
      Console.say("%s: %d".formatted(wrong.getKey(), count));
      isRight &= count == 0;
    }
    long shared = ground.number("SELECT count(*) FROM settlement.distribution");
    Console.say("%d of %d contracts are shared".formatted(shared, contracts));
    isRight &= shared == contracts;
    Console.say(isRight ? "Nobody is paid twice, and nothing is lost." : "NOT RIGHT");
    return isRight ? 0 : 1;
  }
}
