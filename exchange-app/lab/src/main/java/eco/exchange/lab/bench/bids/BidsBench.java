package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.BenchOrder;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Pgbench;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The bench of the bids: the obvious design, the door of bidding, the whole exchange over HTTP, the
 * fold and those who watch.
 */
public final class BidsBench {

  private static final String HALL = BiddingLoad.class.getName();
  private static final String EVENT_LOOPS = "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE";
  private static final String EXCHANGE = "eco.exchange.server.Exchange";

  private final BenchOrder<BidsPart> order;
  private final TrialDatabase ground;
  private final Figures figures;
  private final Consumer<String> say;

  private BidsBench(
      BenchOrder<BidsPart> order, TrialDatabase ground, Figures figures, Consumer<String> say) {
    this.order = order;
    this.ground = ground;
    this.figures = figures;
    this.say = say;
  }

  /** Measures the parts that are wanted, with a database of their own. */
  public static void measure(BenchOrder<BidsPart> order, Figures figures, Consumer<String> say)
      throws IOException, SQLException, InterruptedException {
    if (order.wants(BidsPart.OBVIOUS)) {
      Pgbench.mustBeRunnable();
    }
    if (order.wants(BidsPart.HTTP)) {
      Wrk.mustBeRunnable();
    }
    say.accept("preparing a database of its own, fsync and synchronous_commit on");
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      new BidsBench(order, ground, figures, say).run();
    }
  }

  private void run() throws IOException, SQLException, InterruptedException {
    if (order.wants(BidsPart.OBVIOUS)) {
      say.accept("the obvious design: a locking function, pgbench with 32 clients");
      new ObviousDesign(ground, figures).measure(order.seconds());
    }
    if (Stream.of(BidsPart.DOOR, BidsPart.GROWTH, BidsPart.HTTP, BidsPart.WATCHERS)
        .anyMatch(order::wants)) {
      say.accept("the doors: bidders are let in, lots are put on sale" + theDoorsBesides());
      useTheDoors();
    }
    if (order.wants(BidsPart.HTTP) || order.wants(BidsPart.WATCHERS)) {
      say.accept("the exchange starts as a process of its own");
      useTheWeb();
    }
    if (order.wants(BidsPart.FOLD)) {
      say.accept("the pure fold, by JMH");
      FoldMeasurement.measure(ground.folder(), figures);
    }
  }

  // The other half of the machine is for the database and the load. On two processors that is one
  // loop, which keeps the bids in the order in which they were sent: with two, every bid that one
  // loop takes up late is too low, for the other has taken a higher one already.
  private static String eventLoops() {
    String wanted = System.getenv(EVENT_LOOPS);
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return wanted == null ? Integer.toString(half) : wanted;
  }

  private String theDoorsBesides() {
    return order.wants(BidsPart.GROWTH) ? ", a million bids are placed" : "";
  }

  private void useTheDoors() throws IOException, SQLException, InterruptedException {
    Path told = ground.folder().resolve("hall.jsonl");
    String[] arguments =
        Stream.concat(
                Stream.of(
                    told.toString(),
                    Integer.toString(order.seconds()),
                    Long.toString(ground.serverPid())),
                order.parts().stream().map(BidsPart::name))
            .toArray(String[]::new);
    Map<String, String> withoutWeb = Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
    try (TrialProcess hall = TrialProcess.start(ground, HALL, withoutWeb, arguments)) {
      hall.finish();
    }
    figures.read(told);
    figures.ratio("hot_door_ratio", "door_hot_rate", "obvious_hot_rate");
    // The rest of the market has nothing to do with what the bench has let in.
    ground.run("UPDATE market.outbox SET handed_on_at = now() WHERE handed_on_at IS NULL");
    ground.mustBeDurable();
  }

  private void useTheWeb() throws IOException, SQLException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "EXCHANGE_PORT",
            "0",
            "EXCHANGE_HOST",
            "127.0.0.1",
            // All who watch come from this machine.
            "EXCHANGE_LIVE_WATCHERS_PER_ADDRESS",
            "10000",
            EVENT_LOOPS,
            eventLoops());
    say.accept("event loops: " + settings.get(EVENT_LOOPS));
    try (TrialProcess exchange = TrialProcess.start(ground, EXCHANGE, settings)) {
      SignedInBidders visitors = SignedInBidders.signIn(exchange.address());
      if (order.wants(BidsPart.HTTP)) {
        new HttpMeasurement(ground, exchange, visitors, figures, say).measure(order.seconds());
      }
      if (order.wants(BidsPart.WATCHERS)) {
        say.accept("1,000 and 5,000 watch while others bid");
        new WatchMeasurement(exchange, visitors, figures).measure(order.seconds());
      }
    }
  }
}
