package eco.exchange.method;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The faults of the terms of a method. */
final class MethodFaults {

  private static final Duration LENGTH_MAX = Duration.ofDays(60);
  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

  final List<String> found = new ArrayList<>();

  MethodFaults() {}

  MethodFaults check(boolean isRight, String rule) {
    if (!isRight) {
      found.add(rule);
    }
    return this;
  }

  MethodFaults length(String name, Duration length) {
    boolean isWhole = length.getNano() % NANOS_OF_A_MILLISECOND == 0;
    return check(
        length.isPositive() && length.compareTo(LENGTH_MAX) <= 0 && isWhole,
        "%s lasts up to %d days, in whole milliseconds".formatted(name, LENGTH_MAX.toDays()));
  }

  MethodFaults lengths(String name, Stream<Duration> lengths) {
    lengths.forEach(length -> length(name, length));
    return this;
  }

  MethodFaults atLeast(String name, Duration length, Duration least) {
    return check(length.compareTo(least) >= 0, "%s %s, at least %s".formatted(name, length, least));
  }

  MethodFaults atMost(String name, Duration length, Duration most) {
    return check(length.compareTo(most) <= 0, "%s %s, at most %s".formatted(name, length, most));
  }

  MethodFaults and(List<String> others) {
    found.addAll(others);
    return this;
  }
}
