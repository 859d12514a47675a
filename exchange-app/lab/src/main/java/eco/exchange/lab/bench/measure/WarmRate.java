package eco.exchange.lab.bench.measure;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.LongSupplier;

/**
 * The rate at which a thing is made in a second, by a clock of one's choice, once the machine has
 * warmed to it: a JVM compiles what it runs often, and goes on to do so for a good while.
 *
 * @param clock what has passed, in nanoseconds: of the day, or of the time of processors
 * @param seconds how long is measured, by the day
 */
public record WarmRate(LongSupplier clock, int seconds) {

  private static final int WARM_UP_SECONDS = 3;
  private static final int WARM_UPS_MAX = 20;
  private static final BigDecimal GAIN = new BigDecimal("1.03");

  /** Makes one of them. */
  public interface Making {
    void make(int number) throws IOException, InterruptedException;
  }

  /** The pace that is reached, to a hundredth. */
  public BigDecimal of(Making making) throws IOException, InterruptedException {
    warmUp(making);
    return made(making, seconds);
  }

  /** Makes them until twice in a row the pace has not become notably better. */
  private void warmUp(Making making) throws IOException, InterruptedException {
    BigDecimal best = BigDecimal.ZERO;
    int steady = 0;
    for (int i = 0; i < WARM_UPS_MAX && steady < 2; i++) {
      BigDecimal pace = made(making, WARM_UP_SECONDS);
      steady = pace.compareTo(best.multiply(GAIN)) > 0 ? 0 : steady + 1;
      best = best.max(pace);
    }
  }

  private BigDecimal made(Making making, int seconds) throws IOException, InterruptedException {
    long from = clock.getAsLong();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int made = 0;
    while (System.nanoTime() < end) {
      making.make(made++);
    }
    BigDecimal passed = BigDecimal.valueOf(clock.getAsLong() - from);
    return BigDecimal.valueOf(made).scaleByPowerOfTen(9).divide(passed, 2, RoundingMode.HALF_UP);
  }
}
