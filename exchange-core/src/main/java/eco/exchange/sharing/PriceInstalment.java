package eco.exchange.sharing;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One instalment of a price (一期价款): how much is due, and when.
 *
 * <p>Interest is simple, by the days between the day on which a whole price would have been due and
 * the day on which the instalment is due, of 365 a year, to the nearest fen. It is agreed, and not
 * counted anew: who pays earlier owes the same, and who pays later owes a penalty besides. For
 * example, a million at three per cent, due 358 days later, bears 29,424.66 yuan. Source: R-POST-5;
 * the fruits of a debt follow what was agreed (Civil Code art. 321).
 *
 * @param number counts the instalments of a price from 1
 * @param principal the part of the price
 * @param interest what is paid for the delay; nothing for the first
 * @param dueAt the moment from which it is late
 */
public record PriceInstalment(int number, Money principal, Money interest, Instant dueAt) {

  private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

  /** What is paid with it. */
  public Occasion.Instalment occasion() {
    return new Occasion.Instalment(number);
  }

  /** What is to be paid. */
  public Money due() {
    return principal.plus(interest);
  }

  /**
   * The instalments of a price.
   *
   * @param effective the day on which the contract took effect, from which months are counted; a
   *     month without such a day ends with its last (Civil Code art. 202)
   * @param priceDue the end of the period in which a whole price would be due
   * @param calendar by which a day on which nobody works gives way to the next (Civil Code art.
   *     203)
   */
  public static List<PriceInstalment> of(
      Money price,
      PaymentPlan plan,
      LocalDate effective,
      Deadline priceDue,
      WorkingCalendar calendar) {
    List<Money> principals = plan.principals(price);
    List<PriceInstalment> all = new ArrayList<>();
    all.add(new PriceInstalment(1, principals.getFirst(), Money.ZERO, priceDue.endsAt()));
    for (PaymentPlan.Later later : plan.later()) {
      Money principal = principals.get(all.size());
      Deadline due = calendar.onWorkingDay(effective.plusMonths(later.months()));
      long days = Math.max(0, priceDue.lastDay().until(due.lastDay(), ChronoUnit.DAYS));
      Money interest = interest(principal, plan.yearlyRate(), days);
      all.add(new PriceInstalment(all.size() + 1, principal, interest, due.endsAt()));
    }
    return List.copyOf(all);
  }

  /** Simple interest, to the nearest fen. */
  static Money interest(Money principal, Percentage yearlyRate, long days) {
    BigDecimal ofAYear = yearlyRate.of(BigDecimal.valueOf(principal.fen()));
    BigDecimal ofDays = ofAYear.multiply(BigDecimal.valueOf(days));
    return new Money(ofDays.divide(DAYS_A_YEAR, 0, RoundingMode.HALF_UP).longValueExact());
  }
}
