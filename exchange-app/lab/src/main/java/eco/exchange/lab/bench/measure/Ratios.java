package eco.exchange.lab.bench.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures that are parts of something. */
public final class Ratios {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

  private Ratios() {}

  /** How much of a whole, in percent; nothing of nothing. */
  public static Figure figure(String name, long part, long whole) {
    return new Figure(
        name,
        HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(Math.max(1, whole)), 1, RoundingMode.HALF_UP),
        "%");
  }

  /** How long something took. */
  public static Figure seconds(String name, long millis) {
    return new Figure(name, BigDecimal.valueOf(millis, 3), "s");
  }

  /** How many processors were busy. */
  public static Figure cores(String name, long cpuMillis, long nanos) {
    return new Figure(
        name,
        NANOS_PER_MILLI
            .multiply(BigDecimal.valueOf(cpuMillis))
            .divide(BigDecimal.valueOf(nanos), 2, RoundingMode.HALF_UP),
        "cores");
  }
}
