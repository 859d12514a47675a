package eco.exchange.operations.bench;

import eco.exchange.operations.trial.Child;
import eco.exchange.operations.trial.Ground;
import eco.exchange.operations.trial.Visitors;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of the bench of the bids, part after part. */
final class BidsRun {

  private static final String HALL = "eco.exchange.operations.bench.Hall";
  private static final String EVENT_LOOPS = "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE";
  private static final String EXCHANGE = "eco.exchange.operations.Exchange";

  private final BenchOrder<Part> order;
  private final Ground ground;
  private final Figures figures;
  private final Consumer<String> say;

  BidsRun(BenchOrder<Part> order, Ground ground, Figures figures, Consumer<String> say) {
    this.order = order;
    this.ground = ground;
    this.figures = figures;
    this.say = say;
  }

  void run() throws IOException, SQLException, InterruptedException {
    if (order.wants(Part.OBVIOUS)) {
      say.accept("the obvious design: a locking function, pgbench with 32 clients");
      new ObviousDesign(ground, figures).measure(order.seconds());
    }
    if (Stream.of(Part.DOOR, Part.GROWTH, Part.HTTP, Part.WATCHERS).anyMatch(order::wants)) {
      say.accept("the doors: bidders are let in, lots are put on sale" + theDoorsBesides());
      useTheDoors();
    }
    if (order.wants(Part.HTTP) || order.wants(Part.WATCHERS)) {
      say.accept("the exchange starts as a process of its own");
      useTheWeb();
    }
    if (order.wants(Part.FOLD)) {
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
    return order.wants(Part.GROWTH) ? ", a million bids are placed" : "";
  }

  private void useTheDoors() throws IOException, SQLException, InterruptedException {
    Path told = ground.folder().resolve("hall.jsonl");
    String[] arguments =
        Stream.concat(
                Stream.of(told.toString(), Integer.toString(order.seconds())),
                order.parts().stream().map(Part::name))
            .toArray(String[]::new);
    Map<String, String> withoutWeb = Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
    try (Child hall = Child.start(ground, HALL, withoutWeb, arguments)) {
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
    try (Child exchange = Child.start(ground, EXCHANGE, settings)) {
      Visitors visitors = Visitors.signIn(exchange.address());
      if (order.wants(Part.HTTP)) {
        new HttpMeasurement(ground, exchange, visitors, figures, say).measure(order.seconds());
      }
      if (order.wants(Part.WATCHERS)) {
        say.accept("1,000 and 5,000 watch while others bid");
        new WatchMeasurement(exchange, visitors, figures).measure(order.seconds());
      }
    }
  }
}
