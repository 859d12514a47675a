package eco.exchange.lab.soak;

import eco.exchange.lab.trial.LotsOnSale;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The soak in which two exchanges on one database take bids on one lot: one gapless book, nobody
 * entered twice, and no lawful bid lost.
 *
 * <p>{@code ./exchange soak nodes [--bids 20000] [--seed N]}. The exit code is 0 if nothing is
 * wrong.
 */
public final class NodesSoak {

  private static final int FAULTS_SHOWN = 10;

  private NodesSoak() {}

  /** Runs the soak; the exit code of the program comes out. */
  public static int run(String... arguments) {
    return SoakOrder.run(arguments, Map.of("bids", 20_000L), NodesSoak::run);
  }

  private static int run(SoakOrder order)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    List<TradeId> lot = TrialLots.overHttp().subList(0, 1);
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      LotsOnSale.put(ground, lot);
      try (ExchangeNode one = new ExchangeNode(ground, ExchangeNode.freePort());
          ExchangeNode other = new ExchangeNode(ground, ExchangeNode.freePort())) {
        List<URI> nodes = List.of(one.start(), other.start());
        BidCaller.signIn(nodes.getLast());
        return run(order, ground, nodes, lot);
      }
    }
  }

  private static int run(SoakOrder order, TrialDatabase ground, List<URI> nodes, List<TradeId> lot)
      throws SQLException, InterruptedException, ExecutionException {
    try (BidderCrowd crowd = new BidderCrowd(nodes, lot, order.number("bids"), order::draw)) {
      long begun = System.nanoTime();
      crowd.begin();
      crowd.finish();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Map<BidAttempt, AttemptAnswer> heard = crowd.goHome();
      List<String> faults = new BidBooks(ground).faults(lot, heard);
      long accepted =
          heard.values().stream().filter(AttemptAnswer.Accepted.class::isInstance).count();
      Console.say(
          "%d bids at two nodes in %d s, %d of them accepted"
              .formatted(heard.size(), took.toSeconds(), accepted));
      faults.stream().limit(FAULTS_SHOWN).forEach(Console::complain);
      Console.say(
          faults.isEmpty()
              ? "One book without a gap, nothing twice, and every bid judged by the rules."
              : faults.size() + " FAULTS");
      return faults.isEmpty() && heard.size() == order.number("bids") ? 0 : 1;
    }
  }
}
