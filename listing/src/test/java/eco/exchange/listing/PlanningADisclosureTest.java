package eco.exchange.listing;

import static eco.exchange.listing.Market.CALENDAR;
import static eco.exchange.listing.Market.RULEBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.LotTerms;
import eco.exchange.market.MethodTerms;
import eco.exchange.market.ProductId;
import eco.exchange.rulebook.RuleEdition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanningADisclosureTest {

  private static final DraftListing DRAFT =
      Market.offer(new ProductId(UUID.randomUUID()), UUID.randomUUID());
  private static final RuleEdition STATE = RULEBOOK.edition("2025-STATE-ENGLISH_ONLINE");
  private static final RuleEdition COLLECTIVE = RULEBOOK.edition("2025-COLLECTIVE-ENGLISH_ONLINE");

  /** 2025-10-01 to 08 are off; the 28th of September and the 11th of October are worked. */
  @Test
  void twenty_working_days_over_the_national_holiday_end_at_midnight_in_beijing() {
    LotTerms terms = plan(STATE, "2025-09-24T10:00").terms();

    assertThat(terms.applicationsCloseAt()).isEqualTo(beijing("2025-10-29T00:00"));
    assertThat(terms.depositsDueAt()).isEqualTo(beijing("2025-11-08T00:00"));
    assertThat(terms.opensAt()).isEqualTo(beijing("2025-11-10T09:00"));
    assertThat(terms.closesAt()).isEqualTo(beijing("2025-11-11T09:00"));
    assertThat(terms.how())
        .isEqualTo(new MethodTerms.English(Duration.ofMinutes(5), Optional.empty()));
    assertThat(terms.ruleEdition()).isEqualTo(STATE.id());
    assertThat(terms.reserve()).isEqualTo(DRAFT.reserve());
    assertThat(terms.increment()).isEqualTo(DRAFT.increment());
    assertThat(terms.deposit()).isEqualTo(DRAFT.deposit());
  }

  @Test
  void a_collective_product_is_disclosed_for_ten_working_days() {
    LotTerms terms = plan(COLLECTIVE, "2025-11-03T09:00").terms();

    assertThat(terms.applicationsCloseAt()).isEqualTo(beijing("2025-11-18T00:00"));
  }

  @Test
  void the_day_of_publication_is_not_counted_however_early_or_late() {
    LotTerms early = plan(STATE, "2025-09-24T00:00").terms();
    LotTerms late = plan(STATE, "2025-09-24T23:59").terms();
    LotTerms next = plan(STATE, "2025-09-25T00:00").terms();

    assertThat(late).isEqualTo(early);
    assertThat(next.applicationsCloseAt()).isEqualTo(beijing("2025-10-30T00:00"));
  }

  @Test
  void dates_that_touch_a_year_without_a_notice_are_not_final() {
    assertThat(plan(STATE, "2025-09-24T10:00").calendarFinal()).isTrue();
    assertThat(plan(STATE, "2026-10-20T10:00").calendarFinal()).isTrue();
    assertThat(plan(STATE, "2026-12-01T10:00").calendarFinal()).isFalse();
  }

  @Test
  void one_date_that_is_not_final_is_enough() {
    DisclosurePlan plan = plan(STATE, "2026-11-20T10:00");

    assertThat(plan.terms().applicationsCloseAt()).isEqualTo(beijing("2026-12-19T00:00"));
    assertThat(plan.calendarFinal()).isFalse();
  }

  @Test
  void the_times_follow_one_another_whatever_the_day() {
    for (int day = 0; day < 500; day++) {
      Instant published = beijing("2025-01-02T10:00").plus(Duration.ofDays(day));
      LotTerms terms = DisclosurePlan.of(DRAFT, STATE, CALENDAR, published).terms();

      assertThat(terms.applicationsCloseAt()).isAfter(published).isBefore(terms.depositsDueAt());
      assertThat(terms.opensAt()).isAfter(terms.depositsDueAt()).isBefore(terms.closesAt());
      assertThat(CALENDAR.isWorkingDay(WorkingCalendar.dayOf(terms.opensAt()))).isTrue();
    }
  }

  private static DisclosurePlan plan(RuleEdition edition, String published) {
    return DisclosurePlan.of(DRAFT, edition, CALENDAR, beijing(published));
  }

  private static Instant beijing(String time) {
    return LocalDateTime.parse(time).atZone(WorkingCalendar.ZONE).toInstant();
  }
}
