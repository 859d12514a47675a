package eco.exchange.lab.soak;

import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The soak in which the exchange is killed again and again while the demonstration walks two deals
 * through it: in the end everything must have happened once, as in a walk that nobody has
 * disturbed.
 *
 * <p>{@code ./exchange soak demo [--rounds 12] [--seed N]}. The exit code is 0 if nothing is wrong.
 */
public final class DemoSoak {

  private static final String DEMO = "eco.exchange.lab.demo.Demo";
  private static final int KILL_WITHIN_MILLIS = 2_500;
  private static final String BANK = "eco.exchange.lab.bank.SimulatedBank";
  private static final String ACCOUNT = "69000100000000017";

  /** What is counted in the end. */
  private static final Map<String, String> TALLIES =
      Map.of(
          "transfers", "SELECT count(*) FROM settlement.journal",
          "paid", "SELECT sum(amount_fen) FROM settlement.journal",
          "contracts", "SELECT count(*) FROM contracts.contract",
          "events", "SELECT count(*) FROM market.outbox",
          "waiting", "SELECT count(*) FROM market.outbox WHERE handed_on_at IS NULL",
          "bids", "SELECT count(*) FROM bidding.bid",
          "distributions", "SELECT count(*) FROM settlement.distribution");

  private DemoSoak() {}

  /** Runs the soak; the exit code of the program comes out. */
  public static int run(String... arguments) {
    return SoakOrder.run(arguments, Map.of("rounds", 12L), DemoSoak::run);
  }

  private static int run(SoakOrder order) throws IOException, SQLException, InterruptedException {
    Map<String, Long> calm = walk(0, order.draw(0));
    Console.say("undisturbed: " + calm);
    Map<String, Long> troubled = walk(order.number("rounds"), order.draw(0));
    Console.say("killed %d times: %s".formatted(order.number("rounds"), troubled));
    boolean isSame = calm.equals(troubled) && Long.valueOf(0).equals(troubled.get("waiting"));
    Console.say(isSame ? "Everything happened once." : "NOT THE SAME");
    return isSame ? 0 : 1;
  }

  private static Map<String, Long> walk(long kills, RandomGenerator random)
      throws IOException, SQLException, InterruptedException {
    try (TrialDatabase ground = TrialDatabase.prepare();
        TrialProcess bank =
            TrialProcess.start(ground, BANK, Map.of(), bankFolder(ground), ACCOUNT);
        ExchangeNode node = new ExchangeNode(ground, ExchangeNode.freePort(), settings(ground))) {
      URI exchange = node.start();
      TrialProcess.waitFor(exchange);
      String[] arguments = {
        "--base-url", exchange.toString(), "--data", ground.folder().toString()
      };
      try (TrialProcess walk = TrialProcess.start(ground, DEMO, Map.of(), arguments)) {
        for (long kill = 0; kill < kills && walk.isAlive(); kill++) {
          LockSupport.parkNanos(Duration.ofMillis(random.nextInt(KILL_WITHIN_MILLIS)).toNanos());
          node.kill();
          Console.say("killed %d of %d".formatted(kill + 1, kills));
          TrialProcess.waitFor(node.start());
        }
        walk.finish();
      }
      bank.kill();
      return tally(ground);
    }
  }

  private static Map<String, String> settings(TrialDatabase ground) {
    return Map.of(
        "EXCHANGE_CLOCK_MOVABLE",
        "true",
        "EXCHANGE_BANK_FOLDER",
        bankFolder(ground),
        "EXCHANGE_BANK_ACCOUNT",
        ACCOUNT,
        "EXCHANGE_BANK_EVERY",
        "PT0.2S");
  }

  private static String bankFolder(TrialDatabase ground) {
    return ground.folder().resolve("bank").toString();
  }

  private static Map<String, Long> tally(TrialDatabase ground) throws SQLException {
    Map<String, Long> tally = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : TALLIES.entrySet()) {
      tally.put(one.getKey(), ground.number(one.getValue()));
    }
    return tally;
  }
}
