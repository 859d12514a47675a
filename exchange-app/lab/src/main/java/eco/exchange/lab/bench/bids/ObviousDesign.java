package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Latencies;
import eco.exchange.lab.bench.measure.Pgbench;
import eco.exchange.lab.bench.measure.ProcessUsage;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.TrialDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The design with which the exchange is compared: a function in the database that locks the lot,
 * judges, writes and commits, one bid a transaction, driven by pgbench.
 */
final class ObviousDesign {

  private static final String LATENCY_LOG = "obvious-latency";
  private static final String ENTERED = "SELECT count(*) FROM obvious.bid";
  private static final long NANOS_PER_MICRO = 1_000;

  private final TrialDatabase ground;
  private final Pgbench pgbench;
  private final Figures figures;

  ObviousDesign(TrialDatabase ground, Figures figures) {
    this.ground = ground;
    this.pgbench = new Pgbench(ground);
    this.figures = figures;
  }

  void measure(int seconds) throws IOException, InterruptedException, SQLException {
    ground.run(TrialDatabase.resource(ObviousDesign.class, "obvious.sql"));
    Path script = ground.lay(ObviousDesign.class, "obvious-bid.sql");
    load(script, 0, 0, 2);
    measure(script, "obvious_hot", 0, 0, seconds);
    load(script, 1, 100, 1);
    measure(script, "obvious_lots100", 1, 100, seconds);
    ground.run("DROP SCHEMA obvious CASCADE");
  }

  private void measure(Path script, String name, int first, int last, int seconds)
      throws IOException, InterruptedException, SQLException {
    forgetLatencies();
    ProcessUsage before = ProcessUsage.of(ground.serverPid());
    long entered = ground.number(ENTERED);
    long begun = System.nanoTime();
    load(script, first, last, seconds);
    long nanos = System.nanoTime() - begun;
    Latencies latencies = latencies();
    long accepted = ground.number(ENTERED) - entered;
    figures.add(name + "_rate", accepted / seconds, "bids/s");
    figures.add(Ratios.figure(name + "_accepted", accepted, latencies.count()));
    latencies.tell(figures, name);
    figures.add(
        Ratios.cores(
            name + "_database_cpu",
            ProcessUsage.of(ground.serverPid()).cpuMillisSince(before),
            nanos));
  }

  private void load(Path script, int first, int last, int seconds)
      throws IOException, InterruptedException {
    pgbench.run(
        script,
        seconds,
        "--define=first=" + first,
        "--define=last=" + last,
        "--log",
        "--log-prefix=" + LATENCY_LOG);
  }

  private Latencies latencies() throws IOException {
    Latencies latencies = new Latencies();
    try (DirectoryStream<Path> logs = logs()) {
      for (Path log : logs) {
        try (Stream<String> lines = Files.lines(log)) {
          lines
              .map(line -> List.of(line.split(" ")))
              .forEach(it -> latencies.add(Long.parseLong(it.get(2)) * NANOS_PER_MICRO));
        }
      }
    }
    return latencies;
  }

  private void forgetLatencies() throws IOException {
    try (DirectoryStream<Path> logs = logs()) {
      for (Path log : logs) {
        Files.delete(log);
      }
    }
  }

  private DirectoryStream<Path> logs() throws IOException {
    return Files.newDirectoryStream(ground.folder(), LATENCY_LOG + ".*");
  }
}
