package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.PaymentPlan.Later;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.testing.Seeds;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PayingInInstalmentsTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();
  private static final LocalDate EFFECTIVE = LocalDate.of(2026, 3, 2);
  private static final PaymentPlan PLAN = plan("40", "3", later("30", 6), later("30", 12));

  @Test
  void the_first_is_due_like_a_whole_price_and_the_others_so_many_months_later_with_interest() {
    assertThat(instalments("1000000.00", PLAN))
        .containsExactly(
            new PriceInstalment(
                1, Money.yuan("400000.00"), Money.ZERO, midnightAfter("2026-03-09")),
            // 177 days at three per cent are 4,364.38356...
            new PriceInstalment(
                2, Money.yuan("300000.00"), Money.yuan("4364.38"), midnightAfter("2026-09-02")),
            // 358 days are 8,827.39726...
            new PriceInstalment(
                3, Money.yuan("300000.00"), Money.yuan("8827.40"), midnightAfter("2027-03-02")));
  }

  @Test
  void a_day_on_which_nobody_works_gives_way_to_the_next_and_bears_interest() {
    PaymentPlan plan = plan("50", "3.65", later("50", 7));

    // 2026-10-02 lies in the national holidays, which end with the 7th.
    PriceInstalment second = instalments("2000000.00", plan).getLast();

    assertThat(second.dueAt()).isEqualTo(midnightAfter("2026-10-08"));
    assertThat(second.interest()).isEqualTo(Money.yuan("21300.00"));
  }

  @Test
  void a_month_without_such_a_day_ends_with_its_last() {
    Deadline priceDue = CALENDAR.plusWorkingDays(LocalDate.of(2025, 12, 31), 5);

    List<PriceInstalment> all =
        PriceInstalment.of(
            Money.yuan("1000000.00"),
            plan("50", "3", later("50", 6)),
            LocalDate.of(2025, 12, 31),
            priceDue,
            CALENDAR);

    assertThat(all.getLast().dueAt()).isEqualTo(midnightAfter("2026-06-30"));
  }

  @Test
  void half_a_fen_of_interest_is_a_whole_one() {
    assertThat(interest("365.00", "1", 5)).isEqualTo(Money.yuan("0.05"));
    assertThat(interest("36.50", "1", 5)).isEqualTo(Money.yuan("0.01"));
    assertThat(interest("36.49", "1", 5)).isEqualTo(Money.ZERO);
  }

  @Test
  void none_but_the_last_is_less_than_its_part() {
    assertThat(plan("33.3333", "3", later("33.3333", 3), later("33.3334", 6)))
        .extracting(plan -> plan.principals(Money.yuan("1000000.01")))
        .isEqualTo(
            List.of(Money.yuan("333333.01"), Money.yuan("333333.01"), Money.yuan("333333.99")));
  }

  @Test
  void instalments_always_make_the_price_and_bear_what_a_clerk_would_count_day_by_day() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int i = 0; i < 20_000; i++) {
      Money price = new Money(100_000_000 + random.nextLong(10_000_000_000L));
      PaymentPlan plan = anyPlan(random);
      LocalDate effective = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
      Deadline priceDue = CALENDAR.plusWorkingDays(effective, 1 + random.nextInt(10));

      List<PriceInstalment> all = PriceInstalment.of(price, plan, effective, priceDue, CALENDAR);

      assertThat(all.stream().map(PriceInstalment::principal).reduce(Money.ZERO, Money::plus))
          .as("seed %d, price %s, %s", seed, price, plan)
          .isEqualTo(price);
      assertThat(all).allSatisfy(it -> assertThat(it.principal().isPositive()).isTrue());
      for (PriceInstalment it : all) {
        assertThat(it.interest())
            .as("seed %d, %s of %s", seed, it, plan)
            .isEqualTo(countedByDay(it, plan.yearlyRate(), priceDue.lastDay()));
      }
    }
  }

  /** One day after the other, in parts of a fen so small that each is a whole number. */
  private static Money countedByDay(PriceInstalment instalment, Percentage rate, LocalDate from) {
    BigInteger aDay =
        BigInteger.valueOf(instalment.principal().fen()).multiply(BigInteger.valueOf(rate.ppm()));
    BigInteger owed = BigInteger.ZERO;
    LocalDate last = WorkingCalendar.dayOf(instalment.dueAt().minusNanos(1));
    for (LocalDate day = from; day.isBefore(last); day = day.plusDays(1)) {
      owed = owed.add(aDay);
    }
    BigInteger aFen = BigInteger.valueOf(365L * Percentage.WHOLE_PPM);
    BigInteger[] fen = owed.divideAndRemainder(aFen);
    boolean isHalf = fen[1].shiftLeft(1).compareTo(aFen) >= 0;
    return new Money(fen[0].longValueExact() + (isHalf ? 1 : 0));
  }

  private static PaymentPlan anyPlan(Random random) {
    int count = 1 + random.nextInt(6);
    List<Later> later = new ArrayList<>();
    int left = Percentage.WHOLE_PPM - 300_000 - random.nextInt(300_000);
    int first = Percentage.WHOLE_PPM - left;
    int month = 0;
    for (int i = 0; i < count; i++) {
      int part = i == count - 1 ? left : 1 + random.nextInt(left / 2);
      month += 1 + random.nextInt(2);
      later.add(new Later(new Percentage(part), month));
      left -= part;
    }
    Percentage rate = new Percentage(1 + random.nextInt(100_000));
    return new PaymentPlan(new Percentage(first), later, rate, List.of(Guarantee.BANK_GUARANTEE));
  }

  private static List<PriceInstalment> instalments(String price, PaymentPlan plan) {
    Deadline priceDue = CALENDAR.plusWorkingDays(EFFECTIVE, 5);
    return PriceInstalment.of(Money.yuan(price), plan, EFFECTIVE, priceDue, CALENDAR);
  }

  private static Money interest(String principal, String percent, int days) {
    return PriceInstalment.interest(Money.yuan(principal), Percentage.parse(percent), days);
  }

  private static PaymentPlan plan(String first, String rate, Later... later) {
    return new PaymentPlan(
        Percentage.parse(first),
        List.of(later),
        Percentage.parse(rate),
        List.of(Guarantee.BANK_GUARANTEE));
  }

  private static Later later(String percent, int months) {
    return new Later(Percentage.parse(percent), months);
  }

  private static Instant midnightAfter(String day) {
    return LocalDate.parse(day).plusDays(1).atStartOfDay(Deadline.ZONE).toInstant();
  }
}
