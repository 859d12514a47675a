package eco.exchange.contracts;

import eco.exchange.contracts.signature.KeyFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Keys for tests, in a folder of their own under the build's. */
public final class SampleKeys {

  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
  private static final KeyFolder SHARED = fresh();

  private SampleKeys() {}

  /** The keys that most tests share. */
  public static KeyFolder shared() {
    return SHARED;
  }

  /** Keys by another root. */
  public static KeyFolder fresh() {
    return new KeyFolder(folder(), SampleDeals.CENTRE, CLOCK, Optional.empty());
  }

  /** A folder that is not there yet. */
  public static Path folder() {
    return Path.of("target", "keys", UUID.randomUUID().toString());
  }
}
