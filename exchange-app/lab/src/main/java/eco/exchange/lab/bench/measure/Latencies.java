package eco.exchange.lab.bench.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.HdrHistogram.Histogram;

/**
 * The latencies of many things, and what share of them took no longer than so. Not for several
 * threads.
 */
public final class Latencies {

  private static final int DIGITS = 3;

  private final Histogram micros = new Histogram(DIGITS);

  public void add(long nanos) {
    micros.recordValue(Math.max(0, nanos) / 1_000);
  }

  public long count() {
    return micros.getTotalCount();
  }

  /** Tells the median, the 99th and the 99.9th percentile as figures, in milliseconds. */
  public void tell(Figures figures, String prefix) {
    figures.add(new Figure(prefix + "_p50_ms", millis("50"), "ms"));
    figures.add(new Figure(prefix + "_p99_ms", millis("99"), "ms"));
    figures.add(new Figure(prefix + "_p999_ms", millis("99.9"), "ms"));
  }

  /** A percentile, in milliseconds. */
  BigDecimal millis(String percentile) {
    long value = micros.getValueAtPercentile(new BigDecimal(percentile).doubleValue());
    return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(1_000), 2, RoundingMode.HALF_UP);
  }
}
