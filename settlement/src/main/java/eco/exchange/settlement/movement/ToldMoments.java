package eco.exchange.settlement.movement;

import eco.exchange.settlement.bank.BookingTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiPredicate;

/** The moments of two tellings, of which each may be told more finely than the other. */
final class ToldMoments {

  private ToldMoments() {}

  /** Whether both tell the same moment, as finely as the coarser of them does. */
  static boolean isShared(BookingTime one, BookingTime other) {
    return both(one, other, (here, there) -> equal(here, there, ofSeconds(here, there)));
  }

  /** Whether the moments cannot be the same; what tells no seconds may lie anywhere in a minute. */
  static boolean differ(BookingTime one, BookingTime other) {
    return both(
        one,
        other,
        (here, there) ->
            !equal(
                here,
                there,
                isOfMinutes(here) || isOfMinutes(there)
                    ? ChronoUnit.MINUTES
                    : ofSeconds(here, there)));
  }

  private static boolean both(
      BookingTime one, BookingTime other, BiPredicate<Instant, Instant> which) {
    return one.moment().isPresent()
        && other.moment().isPresent()
        && which.test(one.moment().get(), other.moment().get());
  }

  private static boolean equal(Instant here, Instant there, ChronoUnit fineness) {
    return here.truncatedTo(fineness).equals(there.truncatedTo(fineness));
  }

  private static ChronoUnit ofSeconds(Instant here, Instant there) {
    return here.getNano() == 0 || there.getNano() == 0 ? ChronoUnit.SECONDS : ChronoUnit.MICROS;
  }

  private static boolean isOfMinutes(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES).equals(moment);
  }
}
