package eco.exchange.identity.secret;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock of real time, taken from the system. */
final class RealTimeClock {

  RealTimeClock() {}

  @Produces
  @Singleton
  @RealTime
  static Clock clock() {
    return Clock.systemUTC();
  }
}
