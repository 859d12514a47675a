package eco.exchange.lab.bench.bids;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.lab.bench.measure.Figure;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialLots;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The load tool wrk: one thread that keeps 256 connections busy, and leaves the machine to others.
 */
final class Wrk {

  private static final String WRK = "wrk";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TrialDatabase ground;
  private final URI exchange;
  private final Path script;
  private final Path plan;

  Wrk(TrialDatabase ground, SignedInBidders visitors) throws IOException {
    this.ground = ground;
    this.exchange = visitors.exchange();
    this.script = ground.lay(Wrk.class, "load.lua");
    List<String> lines = new ArrayList<>();
    lines.add("hot " + TrialLots.HOT);
    TrialLots.HUNDRED.forEach(lot -> lines.add("lots100 " + lot));
    visitors.tokens().forEach(token -> lines.add("token " + token));
    this.plan = Files.write(ground.folder().resolve("load.plan"), lines);
  }

  static void mustBeRunnable() throws IOException {
    LoadTool.mustBeThere(WRK, "wrk");
  }

  /**
   * What came of a load.
   *
   * @param answers all answers
   * @param refused those that were no success
   * @param micros how long it took
   * @param p50Micros the median of the time from a request to its answer
   * @param p99Micros the 99th percentile
   * @param p999Micros the 99.9th percentile
   */
  record Outcome(
      long answers, long refused, long micros, long p50Micros, long p99Micros, long p999Micros) {

    /** Answers of success a second. */
    long rate() {
      return (answers - refused) * 1_000_000 / Math.max(1, micros);
    }

    void tell(Figures figures, String prefix) {
      figures.add(prefix + "_rate", rate(), "bids/s");
      figures.add(Ratios.figure(prefix + "_accepted", answers - refused, answers));
      figures.add(millis(prefix + "_busy_p50_ms", p50Micros));
      figures.add(millis(prefix + "_busy_p99_ms", p99Micros));
      figures.add(millis(prefix + "_busy_p999_ms", p999Micros));
    }

    private static Figure millis(String name, long micros) {
      return new Figure(
          name,
          BigDecimal.valueOf(micros).divide(BigDecimal.valueOf(1_000), 2, RoundingMode.HALF_UP),
          "ms");
    }
  }

  /**
   * Sends requests without a pause.
   *
   * @param kind hot, lots100, or self for the question who I am
   * @param step the increment above which bids begin
   * @param seconds for how long
   */
  Outcome load(String kind, long step, int seconds) throws IOException, InterruptedException {
    String said =
        LoadTool.run(
            ground.folder(),
            Map.of(),
            LoadTool.command(
                WRK,
                "--threads=1",
                "--connections=256",
                "--duration=%ds".formatted(seconds),
                "--timeout=30s",
                "--script=" + script,
                exchange.toString(),
                "--",
                kind,
                plan.toString(),
                Long.toString(step)));
    JsonNode told =
        JSON.readTree(said.lines().filter(line -> line.startsWith("{")).findFirst().orElse("{}"));
    if (told.path("broken").asLong(1) > 0) {
      throw new LoadTool.Failed("wrk had broken connections: " + said);
    }
    return new Outcome(
        told.path("answers").asLong(),
        told.path("refused").asLong(),
        told.path("micros").asLong(),
        told.path("p50").asLong(),
        told.path("p99").asLong(),
        told.path("p999").asLong());
  }
}
