package eco.exchange.settlement.revenue;

import eco.exchange.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/**
 * The deadlines of a year's revenue: when it is due, and when it is overdue.
 *
 * @param dueAt the moment from which the operator is reminded
 * @param overdueAt the moment from which it is overdue
 */
public record RevenueDeadlines(Instant dueAt, Instant overdueAt) {

  /**
   * Within how many working days after the end of a year its revenue is reported and paid in. No
   * law sets a number; the accounts of a year are usually closed by then.
   */
  public static final int REPORT_WORKING_DAYS = 20;

  /** How many working days the operator has after the reminder. */
  public static final int GRACE_WORKING_DAYS = 10;

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  /** The deadlines of a year's revenue under any contract. */
  public static RevenueDeadlines of(int year) {
    LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
    LocalDate due = CALENDAR.plusWorkingDays(end, REPORT_WORKING_DAYS).lastDay();
    return new RevenueDeadlines(
        CALENDAR.plusWorkingDays(end, REPORT_WORKING_DAYS).endsAt(),
        CALENDAR.plusWorkingDays(due, GRACE_WORKING_DAYS).endsAt());
  }
}
