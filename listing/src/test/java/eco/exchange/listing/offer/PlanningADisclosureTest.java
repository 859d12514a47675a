package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.Market.CALENDAR;
import static eco.exchange.listing.offer.Market.RULEBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.rulebook.RuleEdition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
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
    assertThat(terms.how()).isEqualTo(Market.ENGLISH);
    assertThat(terms.ruleEdition()).isEqualTo(STATE.id());
    assertThat(terms.reserve()).isEqualTo(DRAFT.reserve());
    assertThat(terms.increment()).isEqualTo(DRAFT.increment());
    assertThat(terms.deposit()).isEqualTo(DRAFT.deposit());
  }

  @Test
  void every_method_has_times_in_their_order_and_in_whole_microseconds() {
    assertThat(Market.METHODS.stream().map(TradeMethod::of)).contains(TradeMethod.values());
    for (MethodTerms how : Market.METHODS) {
      LotTerms terms = plan(how, "2025-09-24T10:00").terms();

      assertThat(terms.how()).isEqualTo(new Drafting(DRAFT).how(how).done().disclosedHow());
      assertThat(terms.ruleEdition()).isEqualTo("2025-STATE-" + TradeMethod.of(how));
      assertThat(terms.opensAt()).isEqualTo(beijing("2025-11-10T09:00"));
      assertThat(terms.closesAt()).isAfter(terms.opensAt());
      assertThat(terms.closesAt().getNano() % 1_000).isZero();
    }
  }

  @Test
  void how_long_offers_are_taken_depends_on_the_method() {
    assertThat(closing(new MethodTerms.SealedOneShot())).isEqualTo(beijing("2025-11-13T09:00"));
    assertThat(closing(new MethodTerms.Negotiated())).isEqualTo(beijing("2025-11-11T09:00"));
    Duration five = Duration.ofMinutes(5);
    assertThat(closing(new MethodTerms.ListingThenTimed(five, five, five)))
        .isEqualTo(beijing("2025-11-20T09:00"));
  }

  /** 1,200,000 falls to 1,080,000 by 6,000 a step: twenty-one prices of ten minutes each. */
  @Test
  void a_falling_price_stands_for_its_time_at_every_price_with_the_first_and_the_last() {
    MethodTerms falling =
        new MethodTerms.Descending(
            Money.yuan("1200000"), Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(1));

    assertThat(closing(falling)).isEqualTo(beijing("2025-11-10T12:30"));
  }

  @Test
  void a_tender_is_open_until_the_days_of_its_notice_have_passed() {
    RuleEdition edition = RULEBOOK.edition("2025-STATE-TENDER");
    assertThat(DisclosurePlan.of(DRAFT, edition, CALENDAR, beijing("2025-09-24T10:00")).terms())
        .extracting(LotTerms::closesAt)
        .isEqualTo(beijing("2025-11-13T09:00"));
    RuleEdition longer = noticed(edition, 60);
    assertThat(DisclosurePlan.of(DRAFT, longer, CALENDAR, beijing("2025-09-24T10:00")).terms())
        .extracting(LotTerms::closesAt)
        .isEqualTo(beijing("2025-11-24T00:00"));
  }

  @Test
  void a_right_that_is_offered_again_is_disclosed_again_in_full() {
    TradeId earlier = TradeId.of("640425", RightKind.CARBON_SINK, Market.TODAY, 1);
    DraftListing again = new Drafting(DRAFT).relistOf(earlier).done();

    assertThat(
            DisclosurePlan.of(again, STATE, CALENDAR, beijing("2025-09-24T10:00"))
                .terms()
                .applicationsCloseAt())
        .isEqualTo(beijing("2025-10-29T00:00"));
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

  private static Instant closing(MethodTerms how) {
    return plan(how, "2025-09-24T10:00").terms().closesAt();
  }

  private static DisclosurePlan plan(MethodTerms how, String published) {
    RuleEdition edition = RULEBOOK.edition("2025-STATE-" + TradeMethod.of(how));
    return DisclosurePlan.of(
        new Drafting(DRAFT).how(how).done(), edition, CALENDAR, beijing(published));
  }

  private static RuleEdition noticed(RuleEdition edition, int noticeDays) {
    return new RuleEdition(
        edition.id(),
        edition.validFrom(),
        edition.ownership(),
        edition.method(),
        edition.disclosureWorkingDays(),
        edition.qualificationWorkingDays(),
        edition.depositWorkingDays(),
        edition.biddingHours(),
        edition.biddingDaysMax(),
        noticeDays,
        edition.depositMax(),
        edition.reserveMinOfAppraisal(),
        edition.loweredReserveMinOfAppraisal(),
        edition.redisclosureWorkingDays(),
        edition.relistingMonths(),
        edition.awardPublicityWorkingDays(),
        edition.signingWorkingDays(),
        edition.priceWorkingDays(),
        edition.instalments(),
        edition.compulsory(),
        edition.bounds(),
        edition.depositReturnWorkingDays(),
        edition.certificateWorkingDays(),
        edition.appraisalValidDays(),
        edition.usual());
  }

  private static DisclosurePlan plan(RuleEdition edition, String published) {
    return DisclosurePlan.of(DRAFT, edition, CALENDAR, beijing(published));
  }

  private static Instant beijing(String time) {
    return LocalDateTime.parse(time).atZone(Deadline.ZONE).toInstant();
  }
}
