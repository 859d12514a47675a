package eco.exchange.sharing;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.stream.IntStream;

/**
 * The term of a contract, during which its revenue is shared, and the calendar years in it.
 *
 * <p>It runs from the day on which the contract takes effect to the day before the corresponding
 * day, as the paper says it. So the first and the last year are mostly stubs: for example, the term
 * of two years from 2026-03-02 has the years 2026, 2027 and 2028, and ends with 2028-03-01.
 *
 * @param firstDay the day on which the contract takes effect
 * @param years for how many years it runs; nought for what is handed over at once, which has no
 *     year
 */
public record ContractTerm(LocalDate firstDay, int years) {

  /** The term of a contract that takes effect at a moment. */
  public static ContractTerm of(Instant effectiveAt, int years) {
    return new ContractTerm(WorkingCalendar.dayOf(effectiveAt), years);
  }

  /** The last day of the term. */
  public LocalDate lastDay() {
    return firstDay.plusYears(years).minusDays(1);
  }

  /** The calendar years of which at least a day lies in the term, in order. */
  public IntStream calendarYears() {
    return years == 0
        ? IntStream.empty()
        : IntStream.rangeClosed(firstDay.getYear(), lastDay().getYear());
  }

  /** Whether a day of a calendar year lies in the term. */
  public boolean has(int year) {
    return calendarYears().anyMatch(each -> each == year);
  }

  /** The last day of a calendar year that lies in the term: New Year's Eve, or its very end. */
  public LocalDate lastDayOf(int year) {
    LocalDate newYearsEve = Year.of(year).atMonth(12).atEndOfMonth();
    return lastDay().isBefore(newYearsEve) ? lastDay() : newYearsEve;
  }

  /** Whether a year is over for the contract: the calendar year is, or the term has ended. */
  public boolean isOver(int year, Instant moment) {
    return !moment.isBefore(new Deadline(lastDayOf(year), true).endsAt());
  }
}
