package eco.exchange.bidding.award;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.BiddingBounds;
import eco.exchange.rulebook.Rulebook;
import java.time.Instant;

/**
 * The deadlines of an award: how long it is shown before it may be approved (R-POST-6), and until
 * when its contract is to be signed (R-POST-1).
 */
public record AwardDeadlines(Rulebook rulebook, WorkingCalendar calendar) {

  /** The end of the publicity, counted by the edition under which the lot was disclosed. */
  public Instant publicityEndsAt(LotTerms terms, Instant awardedAt) {
    int days = rulebook.edition(terms.ruleEdition()).awardPublicityWorkingDays();
    return calendar.plusWorkingDays(WorkingCalendar.dayOf(awardedAt), days).endsAt();
  }

  /** Until when the contract of an award that is approved now is to be signed (R-POST-1). */
  Instant signBy(LotTerms terms, Instant approvedAt) {
    int days = rulebook.edition(terms.ruleEdition()).signingWorkingDays();
    return calendar.plusWorkingDays(WorkingCalendar.dayOf(approvedAt), days).endsAt();
  }

  /** The bounds of the bidding, by the edition under which the lot was disclosed. */
  public BiddingBounds bounds(LotTerms terms) {
    return rulebook.edition(terms.ruleEdition()).bounds();
  }

  /** Whether the rule book has the edition. */
  public boolean hasEdition(String edition) {
    try {
      return rulebook.edition(edition).awardPublicityWorkingDays() > 0;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }
}
