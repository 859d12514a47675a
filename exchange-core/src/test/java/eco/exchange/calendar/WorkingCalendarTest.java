package eco.exchange.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.calendar.HolidayNotice.Holiday;
import eco.exchange.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

  private final WorkingCalendar calendar = WorkingCalendar.published();

  /** The last two were counted by hand on a wall calendar, the others come from the rule book. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2025-09-24,  5, 2025-09-30
          2025-09-24, 20, 2025-10-28
          2025-12-29,  5, 2026-01-06
          2026-02-10,  5, 2026-02-24
          2026-02-13,  1, 2026-02-14
          2026-09-24,  3, 2026-09-30
          """)
  void the_start_day_is_not_counted_and_days_off_are_skipped(
      LocalDate start, int days, LocalDate lastDay) {
    assertThat(calendar.plusWorkingDays(start, days).lastDay()).isEqualTo(lastDay);
    assertThat(calendar.workingDaysBetween(start, lastDay)).isEqualTo(days);
  }

  @Test
  void the_days_off_and_the_weekends_worked_are_those_of_the_notices() {
    assertThat(exceptionsOf(2025))
        .isEqualTo(
            Set.of(
                "01-01 off",
                "01-28 off",
                "01-29 off",
                "01-30 off",
                "01-31 off",
                "02-03 off",
                "02-04 off",
                "04-04 off",
                "05-01 off",
                "05-02 off",
                "05-05 off",
                "06-02 off",
                "10-01 off",
                "10-02 off",
                "10-03 off",
                "10-06 off",
                "10-07 off",
                "10-08 off",
                "01-26 worked",
                "02-08 worked",
                "04-27 worked",
                "09-28 worked",
                "10-11 worked"));
    assertThat(exceptionsOf(2026))
        .isEqualTo(
            Set.of(
                "01-01 off",
                "01-02 off",
                "02-16 off",
                "02-17 off",
                "02-18 off",
                "02-19 off",
                "02-20 off",
                "02-23 off",
                "04-06 off",
                "05-01 off",
                "05-04 off",
                "05-05 off",
                "06-19 off",
                "09-25 off",
                "10-01 off",
                "10-02 off",
                "10-05 off",
                "10-06 off",
                "10-07 off",
                "01-04 worked",
                "02-14 worked",
                "02-28 worked",
                "05-09 worked",
                "09-20 worked",
                "10-10 worked"));
  }

  @Test
  void a_year_has_as_many_working_days_as_the_law_grants() {
    // 365 days less 104 weekend days less 13 days of holiday, in both years.
    assertThat(calendar.workingDaysBetween(day("2024-12-31"), day("2025-12-31"))).isEqualTo(248);
    assertThat(calendar.workingDaysBetween(day("2025-12-31"), day("2026-12-31"))).isEqualTo(248);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2025-01-01,  5, true
          2024-12-31,  5, true
          2024-12-30,  1, false
          2024-12-30,  5, false
          2025-12-29,  5, true
          2026-12-17,  5, true
          2026-12-24,  1, false
          2026-12-17, 20, false
          2027-03-01,  5, false
          """)
  void a_deadline_is_final_when_every_notice_about_its_days_is_out(
      LocalDate start, int days, boolean isFinal) {
    assertThat(calendar.plusWorkingDays(start, days).isFinal()).isEqualTo(isFinal);
  }

  @Test
  void the_last_days_of_december_may_be_ruled_by_the_next_years_notice() {
    Holiday newYear =
        new Holiday("元旦", day("2012-12-30"), day("2013-01-01"), List.of(day("2012-12-29")));
    HolidayNotice of2012 = new HolidayNotice(2012, "", List.of());
    HolidayNotice of2013 = new HolidayNotice(2013, "", List.of(newYear));
    LocalDate friday = day("2012-12-28");

    Deadline before = new WorkingCalendar(List.of(of2012)).plusWorkingDays(friday, 1);
    Deadline after = new WorkingCalendar(List.of(of2012, of2013)).plusWorkingDays(friday, 1);

    assertThat(before).isEqualTo(new Deadline(day("2012-12-31"), false));
    assertThat(after).isEqualTo(new Deadline(day("2012-12-29"), true));
  }

  @Test
  void a_deadline_ends_at_midnight_in_china() {
    Deadline deadline = new Deadline(day("2025-10-28"), true);

    assertThat(deadline.endsAt()).isEqualTo(Instant.parse("2025-10-28T16:00:00Z"));
    assertThat(deadline.at(LocalTime.of(9, 0))).isEqualTo(Instant.parse("2025-10-28T01:00:00Z"));
    assertThat(WorkingCalendar.dayOf(deadline.endsAt().minusNanos(1))).isEqualTo("2025-10-28");
    assertThat(WorkingCalendar.dayOf(deadline.endsAt())).isEqualTo("2025-10-29");
  }

  @Test
  void no_working_days_lie_between_a_day_and_itself_or_an_earlier_one() {
    LocalDate monday = day("2025-10-27");

    assertThat(calendar.workingDaysBetween(monday, monday)).isZero();
    assertThat(calendar.workingDaysBetween(monday, monday.minusDays(30))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_period_lasts_at_least_one_day(int days) {
    assertThatThrownBy(() -> calendar.plusWorkingDays(day("2025-10-27"), days))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counting_forward_and_counting_between_agree() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 2_000; round++) {
      LocalDate start = day("2024-12-01").plusDays(random.nextInt(800));
      int days = 1 + random.nextInt(60);

      LocalDate last = calendar.plusWorkingDays(start, days).lastDay();

      long plainly =
          start.plusDays(1).datesUntil(last.plusDays(1)).filter(calendar::isWorkingDay).count();
      assertThat(plainly).as("seed %d, %s + %d", seed, start, days).isEqualTo(days);
      assertThat(calendar.isWorkingDay(last)).as("seed %d, %s", seed, last).isTrue();
      assertThat(calendar.workingDaysBetween(start, last)).as("seed %d", seed).isEqualTo(days);
    }
  }

  @Test
  void a_hundred_years_are_counted_at_once() {
    LocalDate start = day("2025-01-01");

    Deadline deadline = calendar.plusWorkingDays(start, 26_000);

    assertThat(calendar.workingDaysBetween(start, deadline.lastDay())).isEqualTo(26_000);
    assertThat(deadline.lastDay().getYear()).isBetween(2124, 2125);
    assertThat(deadline.isFinal()).isFalse();
  }

  @Test
  void every_notice_names_its_address() throws IOException {
    try (var json = WorkingCalendar.class.getResourceAsStream("holidays.json")) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.split("\"year\"")).hasSameSizeAs(text.split("\"https://www.gov.cn/zhengce/"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'year': 2025, 'holidays': []}]",
        "[{'year': 2025, 'source': 's', 'holidays': [], 'more': 1}]",
        "[{'year': 2025, 'year': 2026, 'source': 's', 'holidays': []}]",
        "[{'year': 2025, 'source': 's', 'holidays': []}, {'year': 2025, 'source': 's', 'holidays': []}]",
        "[{'year': 2025, 'source': 's', 'holidays': [{'name': 'n', 'from': '2026-05-01', 'to':"
            + " '2026-05-01', 'worked': []}]}]",
        "[{'year': 2025, 'source': 's', 'holidays': [{'name': 'n', 'from': '2025-05-05', 'to':"
            + " '2025-05-01', 'worked': []}]}]",
        "[{'year': 2025, 'source': 's', 'holidays': [{'name': 'n', 'from': '2025-05-01', 'to':"
            + " '2025-05-01', 'worked': ['2025-05-06']}]}]",
        "[{'year': 2025, 'source': 's', 'holidays': [{'name': 'n', 'from': '2025-05-01', 'to':"
            + " '2025-05-03', 'worked': ['2025-05-03']}]}]",
      })
  void a_notice_that_makes_no_sense_is_not_read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> WorkingCalendar.read(new ByteArrayInputStream(bytes)))
        .isInstanceOfAny(IOException.class, IllegalArgumentException.class);
  }

  /** The weekdays off and the weekend days worked in a year. */
  private Set<String> exceptionsOf(int year) {
    LocalDate newYear = LocalDate.of(year, 1, 1);
    return newYear
        .datesUntil(newYear.plusYears(1))
        .filter(day -> calendar.isWorkingDay(day) == HolidayNotice.isWeekend(day))
        .map(day -> day.toString().substring(5) + (calendar.isWorkingDay(day) ? " worked" : " off"))
        .collect(Collectors.toSet());
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
