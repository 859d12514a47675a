package eco.exchange.identity.secret;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands out the clock of the world. */
final class RealTimeClock {

  RealTimeClock() {}

  @Produces
  @Singleton
  @RealTime
  static Clock clock() {
    return Clock.systemUTC();
  }
}
