package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.SubmissionCase.fault;
import static eco.exchange.listing.offer.SubmissionCase.faultIf;

import eco.exchange.answer.Refusal;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.catalogue.TitleStanding;
import eco.exchange.rulebook.CompulsorySharing;
import eco.exchange.sharing.TermsCheck;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that a listing must keep before the public sees it.
 *
 * <p>Every rule is asked and every fault is told, so that the transferor mends all at once. The
 * rules are asked at submission, and again at disclosure, because titles are disputed and
 * appraisals expire while a listing is under review.
 */
final class SubmissionRules {

  /** An operating right is a lease, and void beyond this (R-REG-6, Civil Code article 705). */
  private static final int OPERATING_YEARS_MAX = 20;

  /** In the order of {@link ListingRefusal}. */
  private static final List<SubmissionCase.Rule> RULES =
      Stream.of(
              List.<SubmissionCase.Rule>of(
                  SubmissionRules::aRuleEditionIsInForce,
                  SubmissionRules::earlierTradeIsOfThisProduct,
                  SubmissionRules::earlierTradeHasEnded,
                  SubmissionRules::earlierTradeIsTheLast,
                  SubmissionRules::titleIsConfirmed,
                  SubmissionRules::titleIsNotDisputed,
                  SubmissionRules::productIsNotInTrade,
                  SubmissionRules::appraisalIsRecorded,
                  SubmissionRules::appraisalIsOfThisProduct,
                  SubmissionRules::appraisalIsValid),
              PriceRules.RULES,
              List.<SubmissionCase.Rule>of(
                  SubmissionRules::operatingRightHasATerm,
                  SubmissionRules::operatingRightEndsInTime,
                  SubmissionRules::saleWasDecided),
              MethodRules.RULES,
              List.<SubmissionCase.Rule>of(
                  SubmissionRules::sharingTermsAreSound, SubmissionRules::compulsorySharingIsThere))
          .flatMap(List::stream)
          .toList();

  private SubmissionRules() {}

  /** Every fault of an offer on a day. */
  static List<Refusal> faults(SubmissionCase asked) {
    return RULES.stream().flatMap(rule -> rule.faults(asked)).toList();
  }

  private static Stream<Refusal> aRuleEditionIsInForce(SubmissionCase asked) {
    return faultIf(
        asked.edition().isEmpty(),
        ListingRefusal.NO_RULE_EDITION,
        "no rules for %s, %s on %s",
        asked.offer().product().ownership(),
        asked.draft().method(),
        asked.today());
  }

  private static Stream<Refusal> earlierTradeIsOfThisProduct(SubmissionCase asked) {
    boolean isKnown = asked.offer().earlier().isPresent();
    return asked.draft().relistOf().stream()
        .filter(named -> !isKnown)
        .map(
            named ->
                fault(ListingRefusal.RELISTED_UNKNOWN, "%s was no trade of this product", named));
  }

  private static Stream<Refusal> earlierTradeHasEnded(SubmissionCase asked) {
    return asked.offer().earlier().stream()
        .filter(earlier -> earlier.state() != ListingState.UNSOLD)
        .map(
            earlier ->
                fault(
                    ListingRefusal.RELISTED_NOT_ENDED,
                    "%s has not ended without a buyer",
                    earlier.trade()));
  }

  private static Stream<Refusal> earlierTradeIsTheLast(SubmissionCase asked) {
    return asked.offer().earlier().stream()
        .flatMap(earlier -> earlier.next().stream())
        .map(
            next ->
                fault(
                    ListingRefusal.RELISTED_ALREADY, "it was listed again as %s: name that", next));
  }

  private static Stream<Refusal> titleIsConfirmed(SubmissionCase asked) {
    return faultIf(
        asked.offer().product().standing() == TitleStanding.UNCONFIRMED,
        ListingRefusal.TITLE_UNCONFIRMED,
        "the title %s waits for an officer",
        asked.offer().product().title().certificate());
  }

  private static Stream<Refusal> titleIsNotDisputed(SubmissionCase asked) {
    return faultIf(
        asked.offer().product().standing() == TitleStanding.DISPUTED,
        ListingRefusal.TITLE_DISPUTED,
        "the title is disputed: %s",
        asked.offer().product().dispute().orElse(""));
  }

  private static Stream<Refusal> productIsNotInTrade(SubmissionCase asked) {
    return asked.offer().rival().stream()
        .map(it -> fault(ListingRefusal.PRODUCT_IN_TRADE, "sold by the listing %s", it));
  }

  private static Stream<Refusal> appraisalIsRecorded(SubmissionCase asked) {
    return faultIf(
        asked.offer().appraisal().isEmpty(),
        ListingRefusal.APPRAISAL_MISSING,
        "no appraisal %s is recorded",
        asked.draft().appraisal());
  }

  private static Stream<Refusal> appraisalIsOfThisProduct(SubmissionCase asked) {
    return faultIf(
        asked.offer().appraisal().isPresent() && !asked.appraisalFits(),
        ListingRefusal.APPRAISAL_OF_ANOTHER_PRODUCT,
        "the appraisal %s is of another product",
        asked.draft().appraisal());
  }

  private static Stream<Refusal> appraisalIsValid(SubmissionCase asked) {
    return asked.edition().stream()
        .flatMap(
            edition ->
                asked.offer().appraisal().stream()
                    .map(it -> it.valuedOn().plusDays(edition.appraisalValidDays()))
                    .filter(lastDay -> lastDay.isBefore(asked.today()))
                    .map(
                        lastDay ->
                            fault(
                                ListingRefusal.APPRAISAL_EXPIRED,
                                "the appraisal could be relied on until %s",
                                lastDay)));
  }

  private static Stream<Refusal> operatingRightHasATerm(SubmissionCase asked) {
    return faultIf(
        asked.isOperatingRight() && asked.draft().termYears() < 1,
        ListingRefusal.TERM_MISSING,
        "an operating right is sold for a term of years");
  }

  private static Stream<Refusal> operatingRightEndsInTime(SubmissionCase asked) {
    return faultIf(
        asked.isOperatingRight() && asked.draft().termYears() > OPERATING_YEARS_MAX,
        ListingRefusal.TERM_TOO_LONG,
        "%d years, at most %d",
        asked.draft().termYears(),
        OPERATING_YEARS_MAX);
  }

  private static Stream<Refusal> saleWasDecided(SubmissionCase asked) {
    return faultIf(
        asked.draft().decision().isBlank(),
        ListingRefusal.DECISION_MISSING,
        "name the decision of the owner or the authority");
  }

  /** What is not shared as the rules demand needs a consent in writing (R-SHARE-1). */
  private static Stream<Refusal> compulsorySharingIsThere(SubmissionCase asked) {
    DraftListing draft = asked.draft();
    if (draft.isApproved() || !TermsCheck.faultsOf(draft.terms()).isEmpty()) {
      return Stream.empty();
    }
    CompulsorySharing.Sale sale =
        new CompulsorySharing.Sale(
            asked.offer().product().kind(), draft.termYears(), draft.reserve());
    return asked.edition().stream()
        .filter(edition -> draft.reserve().isPositive())
        .flatMap(edition -> edition.compulsory().faultsOf(draft.termsWithRent(), sale).stream())
        .map(it -> fault(ListingRefusal.SHARING_NOT_APPROVED, "%s: %s", it.code(), it.detail()));
  }

  private static Stream<Refusal> sharingTermsAreSound(SubmissionCase asked) {
    return TermsCheck.faultsOf(asked.draft().terms()).stream()
        .map(it -> fault(ListingRefusal.TERMS_FAULTY, "%s: %s", it.code(), it.detail()));
  }
}
