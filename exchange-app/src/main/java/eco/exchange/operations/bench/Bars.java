package eco.exchange.operations.bench;

import java.util.Map;
import java.util.Optional;

/** What the exchange wants to reach, by the name of the figure. */
final class Bars {

  private static final Map<String, Bar> BY_FIGURE =
      Map.of(
          "hot_door_ratio", Bar.atLeast("30"),
          "hot_http_ratio", Bar.atLeast("15"),
          "lots100_http_ratio", Bar.atLeast("2"),
          "http_share_of_ceiling", Bar.atLeast("0.2"),
          "http_p99_ms", Bar.atMost("25"),
          "cost_growth", Bar.atMost("1.1"),
          "watcher_p99_ms", Bar.atMost("250"));

  private Bars() {}

  static Optional<Bar> of(String figure) {
    return Optional.ofNullable(BY_FIGURE.get(figure));
  }
}
