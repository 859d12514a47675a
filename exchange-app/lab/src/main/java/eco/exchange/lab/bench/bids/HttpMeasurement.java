package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.ProcessUsage;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.lab.trial.TrialProcess;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.function.Consumer;

/** The measurement of the whole exchange over HTTP, with everybody signed in. */
final class HttpMeasurement {

  private static final int CONNECTIONS = 256;
  private static final int WARM_UP_SECONDS = 20;
  private static final int WARM_UP_SHORT_SECONDS = 10;
  // Each load bids higher than all before it.
  private static final long STEPS_PER_LOAD = 50_000_000;

  private final Wrk wrk;
  private final TrialDatabase ground;
  private final TrialProcess exchange;
  private final SignedInBidders visitors;
  private final Figures figures;
  private final Consumer<String> say;
  private long step;

  HttpMeasurement(
      TrialDatabase ground,
      TrialProcess exchange,
      SignedInBidders visitors,
      Figures figures,
      Consumer<String> say)
      throws IOException {
    this.wrk = new Wrk(ground, visitors);
    this.ground = ground;
    this.exchange = exchange;
    this.visitors = visitors;
    this.figures = figures;
    this.say = say;
  }

  void measure(int seconds) throws IOException, InterruptedException {
    say.accept("the whole exchange over HTTP: 256 connections, everybody signed in");
    load("hot", WARM_UP_SECONDS);
    busy("hot", "http_hot", seconds);
    figures.ratio("hot_http_ratio", "http_hot_rate", "obvious_hot_rate");
    load("lots100", WARM_UP_SHORT_SECONDS);
    busy("lots100", "http_lots100", seconds);
    figures.ratio("lots100_http_ratio", "http_lots100_rate", "obvious_lots100_rate");
    load("self", WARM_UP_SHORT_SECONDS);
    figures.add("http_ceiling_rate", load("self", seconds).rate(), "answers/s");
    figures.ratio("http_share_of_ceiling", "http_hot_rate", "http_ceiling_rate");
    say.accept("half of the peak, at a steady rate");
    steady(figures.value("http_hot_rate").longValue() / 2, seconds);
  }

  private void steady(long rate, int seconds) throws InterruptedException, LoadTool.Failed {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      step += STEPS_PER_LOAD;
      PacedBids.Outcome outcome =
          new PacedBids(vertx, visitors, TrialLots.HOT, CONNECTIONS, ignored -> {})
              .run(step, rate, WARM_UP_SECONDS, seconds);
      figures.add("http_steady_rate", rate, "bids/s");
      figures.add(
          Ratios.figure(
              "http_steady_accepted", outcome.answered() - outcome.refused(), outcome.answered()));
      outcome.latencies().tell(figures, "http");
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private void busy(String kind, String name, int seconds)
      throws IOException, InterruptedException {
    ProcessUsage server = ProcessUsage.of(exchange.pid());
    ProcessUsage database = ProcessUsage.of(ground.serverPid());
    long begun = System.nanoTime();
    load(kind, seconds).tell(figures, name);
    long nanos = System.nanoTime() - begun;
    ProcessUsage after = ProcessUsage.of(exchange.pid());
    figures.add(Ratios.cores(name + "_server_cpu", after.cpuMillisSince(server), nanos));
    figures.add(
        Ratios.cores(
            name + "_database_cpu",
            ProcessUsage.of(ground.serverPid()).cpuMillisSince(database),
            nanos));
    figures.add(name + "_server_resident", after.residentKib() / 1024, "MiB");
  }

  private Wrk.Outcome load(String kind, int seconds) throws IOException, InterruptedException {
    step += STEPS_PER_LOAD;
    return wrk.load(kind, step, seconds);
  }
}
