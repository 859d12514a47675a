package eco.exchange.listing;

import eco.exchange.listing.product.TitleStanding;
import eco.exchange.market.Reason;
import eco.exchange.market.Refusal;
import eco.exchange.money.Money;
import eco.exchange.money.Share;
import eco.exchange.rulebook.RuleEdition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold of a listing before the public sees it.
 *
 * <p>Every rule is asked and every fault is told, so that the transferor mends all at once. The
 * rules are asked at submission, and again at disclosure, because titles are disputed and
 * appraisals expire while a listing is under review.
 */
final class SubmissionRules {

  /** An operating right is a lease, and void beyond this (R-REG-6, Civil Code article 705). */
  private static final int OPERATING_YEARS_MAX = 20;

  /** In the order of {@link ListingRefusal}. */
  private static final List<Rule> RULES =
      List.of(
          SubmissionRules::aRuleEditionIsInForce,
          SubmissionRules::titleIsConfirmed,
          SubmissionRules::titleIsNotDisputed,
          SubmissionRules::productIsNotInTrade,
          SubmissionRules::appraisalIsRecorded,
          SubmissionRules::appraisalIsOfThisProduct,
          SubmissionRules::appraisalIsValid,
          SubmissionRules::reserveIsPositive,
          SubmissionRules::reserveCoversAppraisal,
          SubmissionRules::incrementIsPositive,
          SubmissionRules::depositIsPositive,
          SubmissionRules::depositKeepsToTheCap,
          SubmissionRules::operatingRightHasATerm,
          SubmissionRules::operatingRightEndsInTime,
          SubmissionRules::saleWasDecided,
          SubmissionRules::sharingTermsAreSound);

  private SubmissionRules() {}

  /** Every fault of an offer on a day; the edition is empty if none is in force. */
  static List<Refusal> faults(Listing.Offer offer, Optional<RuleEdition> edition, LocalDate today) {
    Case asked = new Case(offer, edition, today);
    return RULES.stream().flatMap(rule -> rule.faults(asked)).toList();
  }

  private interface Rule {
    Stream<Refusal> faults(Case asked);
  }

  private record Case(Listing.Offer offer, Optional<RuleEdition> edition, LocalDate today) {

    DraftListing draft() {
      return offer.draft();
    }

    boolean isOperatingRight() {
      return switch (offer.product().kind()) {
        case CARBON_SINK -> false;
        case MATERIAL_SUPPLY_RIGHT, TOURISM_RIGHT -> true;
      };
    }

    boolean appraisalFits() {
      return offer.appraisal().stream().anyMatch(it -> it.product().equals(draft().product()));
    }
  }

  private static Stream<Refusal> aRuleEditionIsInForce(Case asked) {
    return faultIf(
        asked.edition.isEmpty(),
        ListingRefusal.NO_RULE_EDITION,
        "no rules for %s, %s on %s",
        asked.offer.product().ownership(),
        asked.draft().method(),
        asked.today);
  }

  private static Stream<Refusal> titleIsConfirmed(Case asked) {
    return faultIf(
        asked.offer.product().standing() == TitleStanding.UNCONFIRMED,
        ListingRefusal.TITLE_UNCONFIRMED,
        "the title %s waits for an officer",
        asked.offer.product().title().certificate());
  }

  private static Stream<Refusal> titleIsNotDisputed(Case asked) {
    return faultIf(
        asked.offer.product().standing() == TitleStanding.DISPUTED,
        ListingRefusal.TITLE_DISPUTED,
        "the title is disputed: %s",
        asked.offer.product().dispute().orElse(""));
  }

  private static Stream<Refusal> productIsNotInTrade(Case asked) {
    return asked.offer.rival().stream()
        .map(it -> fault(ListingRefusal.PRODUCT_IN_TRADE, "sold by the listing %s", it));
  }

  private static Stream<Refusal> appraisalIsRecorded(Case asked) {
    return faultIf(
        asked.offer.appraisal().isEmpty(),
        ListingRefusal.APPRAISAL_MISSING,
        "no appraisal %s is recorded",
        asked.draft().appraisal());
  }

  private static Stream<Refusal> appraisalIsOfThisProduct(Case asked) {
    return faultIf(
        asked.offer.appraisal().isPresent() && !asked.appraisalFits(),
        ListingRefusal.APPRAISAL_OF_ANOTHER_PRODUCT,
        "the appraisal %s is of another product",
        asked.draft().appraisal());
  }

  private static Stream<Refusal> appraisalIsValid(Case asked) {
    return asked.edition.stream()
        .flatMap(
            edition ->
                asked.offer.appraisal().stream()
                    .map(it -> it.valuedOn().plusDays(edition.appraisalValidDays()))
                    .filter(lastDay -> lastDay.isBefore(asked.today))
                    .map(
                        lastDay ->
                            fault(
                                ListingRefusal.APPRAISAL_EXPIRED,
                                "the appraisal could be relied on until %s",
                                lastDay)));
  }

  private static Stream<Refusal> reserveIsPositive(Case asked) {
    return positive(asked.draft().reserve(), ListingRefusal.RESERVE_NOT_POSITIVE);
  }

  private static Stream<Refusal> reserveCoversAppraisal(Case asked) {
    if (asked.edition.isEmpty() || !asked.appraisalFits()) {
      return Stream.empty();
    }
    Share part = asked.edition.get().reserveMinOfAppraisal();
    Money value = asked.offer.appraisal().orElseThrow().value();
    Money reserve = asked.draft().reserve();
    return faultIf(
        fen(reserve).compareTo(part.of(fen(value))) < 0,
        ListingRefusal.RESERVE_UNDER_APPRAISAL,
        "the reserve %s is under %s of the appraisal %s",
        reserve,
        part,
        value);
  }

  private static Stream<Refusal> incrementIsPositive(Case asked) {
    return positive(asked.draft().increment(), ListingRefusal.INCREMENT_NOT_POSITIVE);
  }

  private static Stream<Refusal> depositIsPositive(Case asked) {
    return positive(asked.draft().deposit(), ListingRefusal.DEPOSIT_NOT_POSITIVE);
  }

  private static Stream<Refusal> depositKeepsToTheCap(Case asked) {
    Money reserve = asked.draft().reserve();
    Money deposit = asked.draft().deposit();
    return asked.edition.stream()
        .map(RuleEdition::depositMax)
        .filter(cap -> fen(deposit).compareTo(cap.of(fen(reserve))) > 0)
        .map(
            cap ->
                fault(
                    ListingRefusal.DEPOSIT_OVER_CAP,
                    "the deposit %s is over %s of the reserve %s",
                    deposit,
                    cap,
                    reserve));
  }

  private static Stream<Refusal> operatingRightHasATerm(Case asked) {
    return faultIf(
        asked.isOperatingRight() && asked.draft().termYears() < 1,
        ListingRefusal.TERM_MISSING,
        "an operating right is sold for a term of years");
  }

  private static Stream<Refusal> operatingRightEndsInTime(Case asked) {
    return faultIf(
        asked.isOperatingRight() && asked.draft().termYears() > OPERATING_YEARS_MAX,
        ListingRefusal.TERM_TOO_LONG,
        "%d years, at most %d",
        asked.draft().termYears(),
        OPERATING_YEARS_MAX);
  }

  private static Stream<Refusal> saleWasDecided(Case asked) {
    return faultIf(
        asked.draft().decision().isBlank(),
        ListingRefusal.DECISION_MISSING,
        "name the decision of the owner or the authority");
  }

  private static Stream<Refusal> sharingTermsAreSound(Case asked) {
    return asked.draft().terms().faults().stream()
        .map(it -> fault(ListingRefusal.TERMS_FAULTY, "%s: %s", it.code(), it.detail()));
  }

  private static Stream<Refusal> positive(Money amount, Reason reason) {
    return faultIf(!amount.isPositive(), reason, "%s is not more than nothing", amount);
  }

  private static BigDecimal fen(Money amount) {
    return BigDecimal.valueOf(amount.fen());
  }

  private static Stream<Refusal> faultIf(
      boolean broken, Reason reason, String form, Object... values) {
    return broken ? Stream.of(fault(reason, form, values)) : Stream.empty();
  }

  private static Refusal fault(Reason reason, String form, Object... values) {
    return new Refusal(reason, form.formatted(values));
  }
}
