package eco.exchange.lab.bench.measure;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** The targets of the exchange, by the name of the figure. */
final class TargetFigures {

  private static final Map<String, TargetFigure> BY_FIGURE =
      Map.ofEntries(
          entry("hot_door_ratio", TargetFigure.atLeast("30")),
          entry("hot_http_ratio", TargetFigure.atLeast("15")),
          entry("lots100_http_ratio", TargetFigure.atLeast("2")),
          entry("http_share_of_ceiling", TargetFigure.atLeast("0.2")),
          entry("http_p99_ms", TargetFigure.atMost("25")),
          entry("cost_growth", TargetFigure.atMost("1.1")),
          entry("watcher_p99_ms", TargetFigure.atMost("250")),
          entry("spread_transfer_ratio", TargetFigure.atLeast("8")),
          entry("hot_transfer_ratio", TargetFigure.atLeast("20")),
          entry("distribution_ratio", TargetFigure.atLeast("10")),
          entry("vs_chromium_ratio", TargetFigure.atLeast("5")),
          entry("vs_library_ratio", TargetFigure.atLeast("1")),
          entry("size_kb", TargetFigure.atMost("160")),
          entry("peak_growth", TargetFigure.atMost("1.1")),
          entry("payees_peak_ratio", TargetFigure.atMost("1.3")));

  private TargetFigures() {}

  static Optional<TargetFigure> of(String figure) {
    return Optional.ofNullable(BY_FIGURE.get(figure));
  }
}
