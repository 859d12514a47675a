package eco.exchange.operations.bench;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;

/** What the exchange wants to reach, by the name of the figure. */
final class Bars {

  private static final Map<String, Bar> BY_FIGURE =
      Map.ofEntries(
          entry("hot_door_ratio", Bar.atLeast("30")),
          entry("hot_http_ratio", Bar.atLeast("15")),
          entry("lots100_http_ratio", Bar.atLeast("2")),
          entry("http_share_of_ceiling", Bar.atLeast("0.2")),
          entry("http_p99_ms", Bar.atMost("25")),
          entry("cost_growth", Bar.atMost("1.1")),
          entry("watcher_p99_ms", Bar.atMost("250")),
          entry("spread_transfer_ratio", Bar.atLeast("8")),
          entry("hot_transfer_ratio", Bar.atLeast("20")),
          entry("distribution_ratio", Bar.atLeast("10")),
          entry("vs_chromium_ratio", Bar.atLeast("5")),
          entry("vs_library_ratio", Bar.atLeast("1")),
          entry("size_kb", Bar.atMost("160")),
          entry("peak_growth", Bar.atMost("1.1")),
          entry("payees_peak_ratio", Bar.atMost("1.3")));

  private Bars() {}

  static Optional<Bar> of(String figure) {
    return Optional.ofNullable(BY_FIGURE.get(figure));
  }
}
