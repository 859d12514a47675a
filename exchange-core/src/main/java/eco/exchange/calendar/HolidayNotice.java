package eco.exchange.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The holiday notice of the State Council for one year: the days off, and the weekend days on which
 * people work in return.
 *
 * @param year the year of the notice
 * @param source the address of the notice
 * @param holidays its holidays, in order
 */
record HolidayNotice(int year, String source, List<Holiday> holidays) {

  /**
   * The day in December from which the next year's notice may speak: a New Year's holiday has begun
   * on 30 December, and the weekend before it has been worked in return.
   */
  private static final MonthDay NEXT_YEAR_FROM = MonthDay.of(12, 25);

  /** Rejects days about which the notice of this year has nothing to say. */
  HolidayNotice {
    holidays = List.copyOf(holidays);
    for (Holiday holiday : holidays) {
      if (!holiday.days().allMatch(day -> yearsAbout(day).contains(year))) {
        throw new IllegalArgumentException("not in the notice for %d: %s".formatted(year, holiday));
      }
    }
  }

  /** The years whose notices may speak about this day: its own, and at its end also the next. */
  static Set<Integer> yearsAbout(LocalDate day) {
    int year = day.getYear();
    return MonthDay.from(day).isBefore(NEXT_YEAR_FROM) ? Set.of(year) : Set.of(year, year + 1);
  }

  /** Whether this is a Saturday or a Sunday. */
  static boolean isWeekend(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> true;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> false;
    };
  }

  /**
   * One holiday.
   *
   * @param name its name, for example 春节
   * @param from the first day off
   * @param to the last day off
   * @param worked the weekend days worked in return
   */
  record Holiday(String name, LocalDate from, LocalDate to, List<LocalDate> worked) {

    /** Rejects a holiday that ends before it begins, and working days that were no weekend days. */
    Holiday {
      worked = List.copyOf(worked);
      if (to.isBefore(from) || !worked.stream().allMatch(HolidayNotice::isWeekend)) {
        throw new IllegalArgumentException(
            "no holiday: %s %s/%s %s".formatted(name, from, to, worked));
      }
    }

    Stream<LocalDate> daysOff() {
      return from.datesUntil(to.plusDays(1));
    }

    private Stream<LocalDate> days() {
      return Stream.concat(daysOff(), worked.stream());
    }
  }
}
