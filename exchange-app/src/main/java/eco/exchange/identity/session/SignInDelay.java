package eco.exchange.identity.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The delay of attempts to sign in: how often one login was tried in vain, and when the next
 * attempt will be looked at.
 *
 * <p>Five attempts are free; after that each takes twice as long a wait as the one before, up to a
 * quarter of an hour. A day of peace forgets them all. An attempt counts when it begins, so that
 * many at once win nothing; success forgets it again.
 *
 * @param attempts the attempts so far
 * @param openAt when the next one will be looked at, by real time
 */
record SignInDelay(int attempts, Instant openAt) {

  static final SignInDelay UNTRIED = new SignInDelay(0, Instant.EPOCH);

  private static final int FREE = 5;
  private static final Duration WAIT_MAX = Duration.ofMinutes(15);
  private static final Duration PEACE = Duration.ofDays(1);

  /** Whether an attempt is looked at now. */
  boolean isOpen(Instant now) {
    return !now.isBefore(openAt);
  }

  /** The patience that is left after one more attempt. */
  SignInDelay tried(Instant now) {
    if (now.isAfter(openAt.plus(PEACE))) {
      return new SignInDelay(1, now);
    }
    return new SignInDelay(attempts + 1, now.plus(waitAfter(attempts + 1)));
  }

  private static Duration waitAfter(int attempts) {
    if (attempts < FREE) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts - FREE, 30));
    return wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
  }
}
