package eco.exchange.operations.bench;

import eco.exchange.operations.trial.Child;
import eco.exchange.operations.trial.Sale;
import eco.exchange.operations.trial.Tool;
import eco.exchange.operations.trial.Visitors;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** How soon those who watch a lot see a bid on it. */
final class WatchMeasurement {

  private static final int BIDS_PER_SECOND = 100;
  private static final int CONNECTIONS = 8;
  private static final long STEPS_PER_LOAD = 1_000_000;

  private final Child exchange;
  private final Visitors visitors;
  private final Figures figures;
  private long step;

  WatchMeasurement(Child exchange, Visitors visitors, Figures figures) {
    this.exchange = exchange;
    this.visitors = visitors;
    this.figures = figures;
  }

  void measure(int seconds) throws InterruptedException, Tool.Failed {
    measure("watcher", 1_000, seconds);
    measure("watcher_5000", 5_000, seconds);
  }

  private void measure(String name, int number, int seconds)
      throws InterruptedException, Tool.Failed {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      Watchers watchers = new Watchers(vertx, visitors.exchange());
      watchers.sit(number);
      Usage before = Usage.of(exchange.pid());
      long begun = System.nanoTime();
      PacedBids bids = new PacedBids(vertx, visitors, Sale.WATCHED, CONNECTIONS, watchers::note);
      step += STEPS_PER_LOAD;
      PacedBids.Outcome outcome = bids.run(step, BIDS_PER_SECOND, 0, seconds);
      long nanos = System.nanoTime() - begun;
      Usage after = Usage.of(exchange.pid());
      Latencies latencies = watchers.latencies();
      long accepted = outcome.answered() - outcome.refused();
      latencies.tell(figures, name);
      figures.add(Shares.figure(name + "_sights", latencies.count(), accepted * number));
      figures.add(Shares.cores(name + "_server_cpu", after.cpuMillisSince(before), nanos));
      figures.add(name + "_server_resident", after.residentKib() / 1024, "MiB");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
