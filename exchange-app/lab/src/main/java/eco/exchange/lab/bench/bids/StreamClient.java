package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Latencies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client that watches a lot by server-sent events, and notes what was seen when.
 *
 * <p>Updates are conflated: one may show several bids at once, and then counts for each of them.
 */
final class StreamClient {

  private static final String DATA = "data:";
  private static final String SEQ = "\"seq\":";

  private final Clock clock;
  private final List<Sight> seen = new ArrayList<>();
  private long seq = -1;

  StreamClient(Clock clock) {
    this.clock = clock;
  }

  /** An update that showed the bids after one number up to another. */
  private record Sight(long after, long upTo, Instant at) {}

  /** Takes a line of the stream. */
  void read(String line) {
    long shown = seq(line);
    if (shown > seq) {
      seen.add(new Sight(seq, shown, clock.instant()));
      seq = shown;
    }
  }

  /** Whether the lot was seen at all. */
  boolean isSeated() {
    return seq >= 0;
  }

  /** Adds how long each bid took from the moment at which it counts as placed until it was seen. */
  void tell(Map<Long, Instant> placed, Latencies latencies) {
    for (Sight sight : seen) {
      for (long bid = sight.after() + 1; bid <= sight.upTo(); bid++) {
        Instant at = placed.get(bid);
        if (at != null) {
          latencies.add(TimeUnit.MICROSECONDS.toNanos(micros(sight.at()) - micros(at)));
        }
      }
    }
  }

  private static long micros(Instant at) {
    return TimeUnit.SECONDS.toMicros(at.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(at.getNano());
  }

  // To parse the whole of it for thousands of watchers would be to measure the parser.
  private static long seq(String data) {
    int from = data.indexOf(SEQ);
    if (!data.startsWith(DATA) || from < 0) {
      return -1;
    }
    long number = 0;
    for (int at = from + SEQ.length(); Character.isDigit(data.charAt(at)); at++) {
      number = number * 10 + Character.digit(data.charAt(at), 10);
    }
    return number;
  }
}
