package eco.exchange.testing;

import java.security.SecureRandom;
import java.util.Random;

/**
 * The seeds of tests that draw at random.
 *
 * <p>Each run draws anew and prints its seed; {@code -Dseed=42} repeats a run.
 */
public final class Seeds {

  private Seeds() {}

  /** A new seed, or the one given by the system property {@code seed}; it is printed. */
  public static long fresh() {
    long seed = Long.getLong("seed", new SecureRandom().nextLong());
    System.err.println("seed " + seed);
    return seed;
  }

  /** The random numbers that this seed leads to. */
  public static Random of(long seed) {
    return new Random(seed);
  }
}
