package eco.exchange.settlement.reconciliation;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;

/** The deadlines of exceptions of the bank: by when somebody must have seen to one. */
public final class ExceptionDeadlines {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
  private static final Rulebook RULES = Rulebook.published();

  private ExceptionDeadlines() {}

  /** The end of the working days that the centre gives itself from a moment on (R-BANK-1). */
  public static Instant from(Instant moment) {
    LocalDate day = WorkingCalendar.dayOf(moment);
    return CALENDAR
        .plusWorkingDays(day, RULES.centreRules(day).bankExceptionWorkingDays())
        .endsAt();
  }
}
