package eco.exchange.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The end of a period of working days.
 *
 * <p>For example, a notice of twenty working days begun on 2025-09-24 ends on 2025-10-28, at 24:00
 * (R 1.8, Civil Code articles 201 to 203).
 *
 * @param lastDay the last day of the period, a working day
 * @param isFinal whether the holiday notices for all its days are out; if not, the last day may yet
 *     change and must be counted again when the notice arrives
 */
public record Deadline(LocalDate lastDay, boolean isFinal) {

  /** The zone of the market, in which days end; all of China keeps it. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * The moment at which the period is over: 24:00 of the last day, which no longer belongs to it.
   */
  public Instant endsAt() {
    return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** A moment on the last day. */
  public Instant at(LocalTime time) {
    return lastDay.atTime(time).atZone(ZONE).toInstant();
  }
}
