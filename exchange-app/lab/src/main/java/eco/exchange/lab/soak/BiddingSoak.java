package eco.exchange.lab.soak;

import eco.exchange.lab.trial.LotsOnSale;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The soak in which the exchange and its PostgreSQL are killed again and again while bids are
 * placed: no acknowledged bid may be lost, and every unanswered bid must have exactly one outcome,
 * which its key tells.
 *
 * <p>{@code ./exchange soak bidding [--rounds 50] [--database-rounds 20] [--seed N]}: so often the
 * exchange is killed, and so often the database. The exit code is 0 if nothing is wrong.
 */
public final class BiddingSoak {

  private static final int KILL_WITHIN_MILLIS = 2_000;
  private static final int FAULTS_SHOWN = 10;

  private final SoakOrder order;
  private final List<TradeId> lots = TrialLots.overHttp().subList(0, 3);

  private BiddingSoak(SoakOrder order) {
    this.order = order;
  }

  /** Runs the soak; the exit code of the program comes out. */
  public static int run(String... arguments) {
    return SoakOrder.run(
        arguments,
        Map.of("rounds", 50L, "database-rounds", 20L),
        order -> new BiddingSoak(order).run());
  }

  private int run() throws IOException, SQLException, ExecutionException, InterruptedException {
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      LotsOnSale.put(ground, lots);
      return run(ground);
    }
  }

  private int run(TrialDatabase ground)
      throws IOException, SQLException, InterruptedException, ExecutionException {
    ExchangeNode node = new ExchangeNode(ground, ExchangeNode.freePort());
    try (node;
        BidderCrowd crowd =
            new BidderCrowd(List.of(node.start()), lots, Long.MAX_VALUE, order::draw)) {
      crowd.begin();
      torment(node, crowd);
      crowd.waitForAnAnswer(node::lookAfter);
      Map<BidAttempt, AttemptAnswer> heard = crowd.goHome();
      List<String> faults = new BidBooks(ground).faults(lots, heard);
      return conclude(heard, faults);
    }
  }

  private void torment(ExchangeNode node, BidderCrowd crowd)
      throws IOException, InterruptedException {
    List<Boolean> kills = new ArrayList<>();
    kills.addAll(Collections.nCopies((int) order.number("rounds"), true));
    kills.addAll(Collections.nCopies((int) order.number("database-rounds"), false));
    RandomGenerator random = order.draw(0);
    Collections.shuffle(kills, random);
    for (int round = 0; round < kills.size(); round++) {
      // Mostly it falls while it works, and now and then before it has got up again.
      if (random.nextInt(5) > 0) {
        crowd.waitForAnAnswer(node::lookAfter);
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(KILL_WITHIN_MILLIS)).toNanos());
      if (kills.get(round)) {
        node.kill();
        node.start();
      } else {
        node.killDatabase();
      }
      Console.say(
          "%d of %d: %s killed; %d bids answered, %d not yet"
              .formatted(
                  round + 1,
                  kills.size(),
                  kills.get(round) ? "the exchange" : "PostgreSQL",
                  crowd.answered(),
                  crowd.unanswered()));
    }
  }

  private static int conclude(Map<BidAttempt, AttemptAnswer> heard, List<String> faults) {
    long accepted =
        heard.values().stream().filter(AttemptAnswer.Accepted.class::isInstance).count();
    Console.say("%d bids were answered, %d of them accepted".formatted(heard.size(), accepted));
    faults.stream().limit(FAULTS_SHOWN).forEach(Console::complain);
    Console.say(
        faults.isEmpty()
            ? "No acknowledged bid is lost, and every bid has one outcome."
            : faults.size() + " FAULTS");
    return faults.isEmpty() && accepted > 0 ? 0 : 1;
  }
}
