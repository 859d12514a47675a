package eco.exchange.listing.offer;

import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.RuleEdition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;

/**
 * The published terms of a listing: its prices, and the dates that follow from the rules.
 *
 * @param terms prices and times
 * @param calendarFinal whether the holiday notices for all these dates are out
 */
record DisclosurePlan(LotTerms terms, boolean calendarFinal) {

  /** When bidding opens, in Beijing, on the first working day after deposits were due. */
  private static final LocalTime OPENING = LocalTime.of(9, 0);

  /**
   * Plans a notice that is published now.
   *
   * <p>Periods are working days, one after the other; the day of publication is not counted (R
   * 1.8), and each ends at 24:00 of its last day. For example, a notice of 20 days published on
   * 2025-09-24 ends with 2025-10-28. Applicants are then examined, then deposits may be paid in,
   * and the next working day bidding opens. A right that found no buyer is disclosed again in full
   * (R-DIS-8).
   */
  static DisclosurePlan of(
      DraftListing draft, RuleEdition edition, WorkingCalendar calendar, Instant now) {
    LocalDate today = WorkingCalendar.dayOf(now);
    int shownFor =
        draft.relistOf().isPresent()
            ? edition.redisclosureWorkingDays()
            : edition.disclosureWorkingDays();
    Deadline disclosed = calendar.plusWorkingDays(today, shownFor);
    Deadline qualified =
        calendar.plusWorkingDays(disclosed.lastDay(), edition.qualificationWorkingDays());
    Deadline paid = calendar.plusWorkingDays(qualified.lastDay(), edition.depositWorkingDays());
    Deadline opening = calendar.plusWorkingDays(paid.lastDay(), 1);
    Instant opensAt = opening.at(OPENING);
    LotTerms terms =
        new LotTerms(
            draft.reserve(),
            draft.increment(),
            draft.deposit(),
            disclosed.endsAt(),
            paid.endsAt(),
            opensAt,
            later(opensAt.plus(openFor(draft, edition)), noticeEndsAt(today, edition)),
            draft.disclosedHow(),
            edition.id());
    return new DisclosurePlan(
        terms, Stream.of(disclosed, qualified, paid, opening).allMatch(Deadline::isFinal));
  }

  /** How long bids are taken, or sealed offers received, unless the method keeps it open. */
  private static Duration openFor(DraftListing draft, RuleEdition edition) {
    return draft
        .how()
        .bidding(draft.reserve(), draft.increment())
        .orElse(Duration.ofHours(edition.biddingHours()));
  }

  /** The end of the days that must lie between the notice and the last offer (R-TENDER-1). */
  private static Instant noticeEndsAt(LocalDate published, RuleEdition edition) {
    return published.plusDays(edition.noticeDays() + 1L).atStartOfDay(Deadline.ZONE).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
