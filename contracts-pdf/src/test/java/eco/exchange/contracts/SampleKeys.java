package eco.exchange.contracts;

import eco.exchange.contracts.key.SigningKeyFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Keys for tests, in a folder of their own under the build's. */
public final class SampleKeys {

  private static final Clock CLOCK = Clock.fixed(SampleDeals.AWARDED, ZoneOffset.UTC);
  private static final SigningKeyFolder SHARED = fresh();

  private SampleKeys() {}

  /** The keys that most tests share. */
  public static SigningKeyFolder shared() {
    return SHARED;
  }

  /** Keys by another root. */
  public static SigningKeyFolder fresh() {
    return new SigningKeyFolder(folder(), SampleDeals.CENTRE, CLOCK, Optional.empty());
  }

  /** A folder that is not there yet. */
  public static Path folder() {
    return Path.of("target", "keys", UUID.randomUUID().toString());
  }
}
