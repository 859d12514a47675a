package eco.exchange.settlement.bank;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When the bank has booked a movement: at a moment, or at some time of a day.
 *
 * @param day the day, in China
 * @param moment the moment, if it is told
 */
public record BookingTime(LocalDate day, Optional<Instant> moment) {

  private static final Duration LEAST = Duration.ofNanos(1_000);

  /** At a moment. */
  public static BookingTime at(Instant moment) {
    return new BookingTime(WorkingCalendar.dayOf(moment), Optional.of(moment));
  }

  /** At some time of a day. */
  public static BookingTime on(LocalDate day) {
    return new BookingTime(day, Optional.empty());
  }

  /** The first moment at which it may have been. */
  public Instant earliest() {
    return moment.orElseGet(() -> day.atStartOfDay(Deadline.ZONE).toInstant());
  }

  /** The last moment at which it may have been. */
  public Instant latest() {
    return moment.orElseGet(
        () -> day.plusDays(1).atStartOfDay(Deadline.ZONE).toInstant().minus(LEAST));
  }
}
