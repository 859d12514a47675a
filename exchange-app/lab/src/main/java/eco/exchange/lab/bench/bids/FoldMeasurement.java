package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Figure;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.trial.LoadTool;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The run of {@link FoldBenchmark} in a JVM of its own. */
final class FoldMeasurement {

  private FoldMeasurement() {}

  static void measure(Path folder, Figures figures) throws LoadTool.Failed {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(FoldBenchmark.class.getName())
        .verbosity(VerboseMode.SILENT)
        .output(folder.resolve("jmh.log").toString())
        .forks(1)
        .warmupIterations(3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true);
    try {
      Collection<RunResult> results = new Runner(options.build()).run();
      for (RunResult result : results) {
        BigDecimal nanos =
            BigDecimal.valueOf(result.getPrimaryResult().getScore())
                .setScale(1, RoundingMode.HALF_UP);
        figures.add(new Figure("fold_cost", nanos, "ns/bid"));
      }
    } catch (RunnerException e) {
      throw new LoadTool.Failed("the fold cannot be measured: " + e.getMessage());
    }
  }
}
