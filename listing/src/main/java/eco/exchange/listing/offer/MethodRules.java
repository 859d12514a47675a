package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.SubmissionCase.fault;
import static eco.exchange.listing.offer.SubmissionCase.faultIf;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsCheck;
import eco.exchange.sharing.TermsFault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the trade method of a listing, beyond what holds of all of them. */
final class MethodRules {

  private MethodRules() {}

  /** What is wrong with the terms by themselves. */
  static Stream<Refusal> termsAreSound(SubmissionCase asked) {
    return asked.draft().how().faults().stream()
        .map(it -> fault(ListingRefusal.METHOD_TERMS_FAULTY, "%s: %s", asked.draft().method(), it));
  }

  /** What is wrong with terms that are sound by themselves, for this product and these rules. */
  static Stream<Refusal> methodFits(SubmissionCase asked) {
    if (!asked.draft().how().faults().isEmpty()) {
      return Stream.empty();
    }
    return Stream.concat(limitsAreKept(asked), productFits(asked));
  }

  private static Stream<Refusal> limitsAreKept(SubmissionCase asked) {
    MethodTerms how = asked.draft().how();
    return asked.edition().stream()
        .flatMap(
            edition ->
                Stream.concat(
                    edition.usual().stream().flatMap(usual -> how.beyond(usual).stream()),
                    edition.bounds().passedBy(how).stream()))
        .map(it -> fault(ListingRefusal.METHOD_LIMIT_BROKEN, "%s", it));
  }

  private static Stream<Refusal> productFits(SubmissionCase asked) {
    if (asked.draft().how() instanceof Descending how) {
      return Stream.concat(startIsOnTheGrid(asked, how), endsInTime(asked, how));
    }
    return asked.draft().how() instanceof ShareOfRevenue how
        ? Stream.of(everyYearIsTold(asked, how), leastBidIsCarried(asked, how), bid(asked, how))
            .flatMap(faults -> faults)
        : Stream.empty();
  }

  /**
   * A sale by agreement needs the approving body's consent in a document of its own (R-POST-8).
   * That no one else wants the right is found later: the notice is public like any other, and with
   * a second qualified bidder nothing is sold by agreement (R-REG-1).
   */
  static Stream<Refusal> agreementIsApproved(SubmissionCase asked) {
    return faultIf(
        asked.draft().how() instanceof Negotiated && !asked.draft().isApproved(),
        ListingRefusal.AGREEMENT_NOT_APPROVED,
        "name the document that approves a sale by agreement, besides the decision to sell");
  }

  // Only then does the price, falling by whole increments, come to the reserve.
  private static Stream<Refusal> startIsOnTheGrid(SubmissionCase asked, Descending how) {
    DraftListing draft = asked.draft();
    long fall = how.start().minus(draft.reserve()).fen();
    return faultIf(
        fall <= 0 || (draft.increment().isPositive() && fall % draft.increment().fen() != 0),
        ListingRefusal.START_OFF_GRID,
        "the start %s is not the reserve %s and whole increments of %s",
        how.start(),
        draft.reserve(),
        draft.increment());
  }

  private static Stream<Refusal> endsInTime(SubmissionCase asked, Descending how) {
    DraftListing draft = asked.draft();
    if (!draft.increment().isPositive()) {
      return Stream.empty();
    }
    long steps = how.start().minus(draft.reserve()).fen() / draft.increment().fen();
    return asked.edition().stream()
        .map(RuleEdition::biddingDaysMax)
        .filter(days -> steps >= Duration.ofDays(days).dividedBy(how.every()))
        .map(
            days ->
                fault(
                    ListingRefusal.METHOD_LIMIT_BROKEN,
                    "%d steps of %s pass %d days",
                    steps,
                    how.every(),
                    days));
  }

  private static Stream<Refusal> everyYearIsTold(SubmissionCase asked, ShareOfRevenue how) {
    return faultIf(
        how.revenues().size() != asked.draft().termYears(),
        ListingRefusal.REVENUES_OFF_TERM,
        "revenues of %d years are told, but the right lasts %d",
        how.revenues().size(),
        asked.draft().termYears());
  }

  private static Stream<Refusal> bid(SubmissionCase asked, ShareOfRevenue how) {
    return bidFaults(asked, how).stream()
        .map(it -> fault(ListingRefusal.TERMS_FAULTY, "%s: %s", it.code(), it.detail()));
  }

  private static List<TermsFault> bidFaults(SubmissionCase asked, ShareOfRevenue how) {
    return RevenueBid.faultsOf(
        asked.draft().terms(), how.rentMin(), how.shareMin(), how.shareMax());
  }

  // Otherwise nobody could bid, or whoever did would promise what can never be paid.
  private static Stream<Refusal> leastBidIsCarried(SubmissionCase asked, ShareOfRevenue how) {
    SharingTerms terms = asked.draft().terms();
    if (!TermsCheck.faultsOf(terms).isEmpty() || !bidFaults(asked, how).isEmpty()) {
      return Stream.empty();
    }
    ShareOfRevenue reckoned = how.leaving(RevenueBid.left(terms, how.revenues()));
    return reckoned.yearTooPoorFor(how.leastOffer()).stream()
        .map(
            year ->
                fault(
                    ListingRefusal.LEAST_BID_TOO_HIGH,
                    "year %d is to bring %s and leaves %s after all others: less than the least"
                        + " rent %s and share %s",
                    year,
                    how.revenues().get(year - 1),
                    reckoned.left().orElseThrow().get(year - 1),
                    how.rentMin(),
                    how.shareMin()));
  }

  /** In the order of {@link ListingRefusal}. */
  static final List<SubmissionCase.Rule> RULES =
      List.of(
          MethodRules::agreementIsApproved, MethodRules::termsAreSound, MethodRules::methodFits);
}
