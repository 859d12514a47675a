package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Latencies;
import eco.exchange.lab.bench.measure.ProcessUsage;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.lab.trial.TrialProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The measurement of how soon those who watch a lot see a bid on it. */
final class WatchMeasurement {

  private static final int BIDS_PER_SECOND = 100;
  private static final int CONNECTIONS = 8;
  private static final long STEPS_PER_LOAD = 1_000_000;

  private final TrialProcess exchange;
  private final SignedInBidders visitors;
  private final Figures figures;
  private long step;

  WatchMeasurement(TrialProcess exchange, SignedInBidders visitors, Figures figures) {
    this.exchange = exchange;
    this.visitors = visitors;
    this.figures = figures;
  }

  void measure(int seconds) throws InterruptedException, LoadTool.Failed {
    measure("watcher", 1_000, seconds);
    measure("watcher_5000", 5_000, seconds);
  }

  private void measure(String name, int number, int seconds)
      throws InterruptedException, LoadTool.Failed {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      StreamClients watchers = new StreamClients(vertx, visitors.exchange());
      watchers.sit(number);
      ProcessUsage before = ProcessUsage.of(exchange.pid());
      long begun = System.nanoTime();
      PacedBids bids =
          new PacedBids(vertx, visitors, TrialLots.WATCHED, CONNECTIONS, watchers::note);
      step += STEPS_PER_LOAD;
      PacedBids.Outcome outcome = bids.run(step, BIDS_PER_SECOND, 0, seconds);
      long nanos = System.nanoTime() - begun;
      ProcessUsage after = ProcessUsage.of(exchange.pid());
      Latencies latencies = watchers.latencies();
      long accepted = outcome.answered() - outcome.refused();
      latencies.tell(figures, name);
      figures.add(Ratios.figure(name + "_sights", latencies.count(), accepted * number));
      figures.add(Ratios.cores(name + "_server_cpu", after.cpuMillisSince(before), nanos));
      figures.add(name + "_server_resident", after.residentKib() / 1024, "MiB");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
