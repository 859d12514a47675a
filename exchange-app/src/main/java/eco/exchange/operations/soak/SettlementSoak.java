package eco.exchange.operations.soak;

import eco.exchange.operations.Console;
import eco.exchange.operations.bench.CountingHouse;
import eco.exchange.operations.bench.Estate;
import eco.exchange.operations.trial.Child;
import eco.exchange.operations.trial.Ground;
import eco.exchange.operations.trial.Tool;
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
 * Kills the exchange at every step of a distribution, and its PostgreSQL now and then, while a year
 * is shared: nobody may be paid twice, and nothing may be lost.
 *
 * <p>{@code ./exchange soak settlement [--rounds 200] [--database-rounds 20] [--contracts 300]
 * [--seed N]}: so often the exchange is killed, so often the database, and so many contracts come
 * due before each time. The exit code is 0 if nothing is wrong.
 */
final class SettlementSoak {

  private static final Map<String, String> WITHOUT_WEB =
      Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SoakOrder order;
  private final Ground ground;
  private final Estate estate;
  private final Steps steps;
  private int contracts;

  private SettlementSoak(SoakOrder order, Ground ground) {
    this.order = order;
    this.ground = ground;
    this.estate = new Estate(ground);
    this.steps = new Steps(ground);
  }

  /** Runs the soak; the exit code of the program comes out. */
  static int run(String... arguments) {
    return SoakOrder.of(
            arguments, Map.of("rounds", 200L, "database-rounds", 20L, "contracts", 300L))
        .map(SettlementSoak::run)
        .orElse(SoakOrder.NOT_UNDERSTOOD);
  }

  private static int run(SoakOrder order) {
    Console.say("seed " + order.seed());
    try (Ground ground = Ground.prepare()) {
      return new SettlementSoak(order, ground).run();
    } catch (IOException | SQLException broken) {
      Console.complain("the soak itself failed: " + broken);
      return SoakOrder.NOT_UNDERSTOOD;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return SoakOrder.NOT_UNDERSTOOD;
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
      Steps.Step step = Steps.ALL.get(round % Steps.ALL.size());
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
    estate.furnish(contracts, more, CountingHouse.YEAR);
    contracts += more;
  }

  /** Shares all that is due and pays what has come after some contracts, undisturbed. */
  private void share(int after) throws IOException, InterruptedException {
    try (Child house = start(after)) {
      house.finish();
    }
  }

  private Child start(int after) throws IOException {
    return Child.start(
        ground,
        CountingHouse.class.getName(),
        WITHOUT_WEB,
        ground.folder().resolve("house.jsonl").toString(),
        "1",
        "PAYEES",
        "year",
        Integer.toString(after),
        Integer.toString(contracts));
  }

  private void disturb(Steps.Step step, boolean exchange)
      throws IOException, SQLException, InterruptedException {
    steps.pauseAt(step);
    int here = (int) order.number("contracts");
    try (Child house = start(contracts - here)) {
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

  private void awaitPause(Child house) throws SQLException, IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!steps.isPaused()) {
      if (!house.isAlive() || System.nanoTime() > deadline) {
        throw new Tool.Failed("the distribution did not come to its step");
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
    for (Map.Entry<String, String> wrong : Steps.WRONGS.entrySet()) {
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
