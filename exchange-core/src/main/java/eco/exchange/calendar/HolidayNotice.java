package eco.exchange.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
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

  /** Rejects days that the notice of this year cannot govern. */
  HolidayNotice {
    holidays = List.copyOf(holidays);
    for (Holiday holiday : holidays) {
      if (holiday.days().stream().anyMatch(day -> !mayGovern(year, day))) {
        throw new IllegalArgumentException("not in the notice for %d: %s".formatted(year, holiday));
      }
    }
  }

  /**
   * Whether the notice of that year is one of those that decide whether people work on this day.
   */
  static boolean mayGovern(int year, LocalDate day) {
    return day.getYear() == year || (day.getYear() == year - 1 && isInLastDays(day));
  }

  /** Whether the next year's notice may speak about this day, too. */
  static boolean isInLastDays(LocalDate day) {
    return !MonthDay.from(day).isBefore(NEXT_YEAR_FROM);
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
      if (to.isBefore(from) || !worked.stream().allMatch(Holiday::isWeekend)) {
        throw new IllegalArgumentException(
            "no holiday: %s %s/%s %s".formatted(name, from, to, worked));
      }
    }

    List<LocalDate> daysOff() {
      return from.datesUntil(to.plusDays(1)).toList();
    }

    private List<LocalDate> days() {
      return Stream.concat(daysOff().stream(), worked.stream()).toList();
    }

    static boolean isWeekend(LocalDate day) {
      DayOfWeek weekday = day.getDayOfWeek();
      return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
  }
}
