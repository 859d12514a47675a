package eco.exchange.settlement.revenue;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.sharing.ContractTerm;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The deadlines of a year's revenue: when it is due, and when it is overdue. They run from the day
 * on which the year is over for the contract: New Year's Eve, or the end of its term.
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

  /** The deadlines of a year's revenue under a contract of this term. */
  public static RevenueDeadlines of(ContractTerm term, int year) {
    LocalDate end = term.lastDayOf(year);
    LocalDate due = CALENDAR.plusWorkingDays(end, REPORT_WORKING_DAYS).lastDay();
    return new RevenueDeadlines(
        CALENDAR.plusWorkingDays(end, REPORT_WORKING_DAYS).endsAt(),
        CALENDAR.plusWorkingDays(due, GRACE_WORKING_DAYS).endsAt());
  }
}
