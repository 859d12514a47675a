package eco.exchange.listing.offer;

import static eco.exchange.listing.offer.SubmissionCase.fault;
import static eco.exchange.listing.offer.SubmissionCase.faultIf;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.listing.ListingRefusal;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.rulebook.PaymentPlanCheck;
import eco.exchange.rulebook.RuleEdition;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of the prices of a listing, when it is first offered and when it is again. */
final class PriceRules {

  /** A price of some fen has a deposit too: no cap is under one fen. */
  private static final BigDecimal LEAST_DEPOSIT = BigDecimal.ONE;

  /** In the order of {@link ListingRefusal}. */
  static final List<SubmissionCase.Rule> RULES =
      List.of(
          PriceRules::appraisalIsRenewed,
          PriceRules::reserveIsPositive,
          PriceRules::reserveCoversAppraisal,
          PriceRules::reductionIsApproved,
          PriceRules::reserveKeepsToTheAppraisal,
          PriceRules::incrementIsPositive,
          PriceRules::incrementIsInBounds,
          PriceRules::depositIsPositive,
          PriceRules::depositKeepsToTheCap,
          PriceRules::instalmentsAreAllowed);

  private PriceRules() {}

  /** Who has found no buyer for too long has the right appraised again (R-DIS-9). */
  private static Stream<Refusal> appraisalIsRenewed(SubmissionCase asked) {
    return asked.stale().stream()
        .filter(earlier -> asked.offer().appraisal().stream().noneMatch(isSince(earlier)))
        .map(
            earlier ->
                fault(
                    ListingRefusal.REAPPRAISAL_DUE,
                    "first disclosed on %s without a buyer: have it appraised anew",
                    earlier.firstDay()));
  }

  private static Predicate<AppraisalView> isSince(EarlierTrade earlier) {
    return appraisal ->
        !appraisal.id().equals(earlier.draft().appraisal())
            && appraisal.valuedOn().isAfter(earlier.lastDay());
  }

  private static Stream<Refusal> reserveIsPositive(SubmissionCase asked) {
    return positive(asked.draft().reserve(), ListingRefusal.RESERVE_NOT_POSITIVE);
  }

  private static Stream<Refusal> reserveCoversAppraisal(SubmissionCase asked) {
    return asked.edition().stream()
        .filter(edition -> asked.relisted().isEmpty())
        .flatMap(
            edition ->
                under(
                    asked,
                    edition.reserveMinOfAppraisal(),
                    ListingRefusal.RESERVE_UNDER_APPRAISAL));
  }

  /** A reserve may be lowered a little freely, and further with a new consent in writing. */
  private static Stream<Refusal> reductionIsApproved(SubmissionCase asked) {
    return asked.relisted().stream()
        .filter(earlier -> !isApprovedAnew(asked.draft(), earlier.draft()))
        .flatMap(
            earlier ->
                asked.edition().stream()
                    .map(RuleEdition::loweredReserveMinOfAppraisal)
                    .flatMap(part -> under(asked, part, ListingRefusal.REDUCTION_NOT_APPROVED)));
  }

  private static boolean isApprovedAnew(DraftListing draft, DraftListing earlier) {
    return draft.approval().stream()
        .anyMatch(
            document ->
                !document.isBlank()
                    && !document.equals(draft.decision())
                    && !document.equals(earlier.decision())
                    && !earlier.approval().filter(document::equals).isPresent());
  }

  private static Stream<Refusal> under(SubmissionCase asked, Percentage part, Reason reason) {
    if (!asked.appraisalFits()) {
      return Stream.empty();
    }
    Money value = asked.offer().appraisal().orElseThrow().value();
    Money reserve = asked.draft().reserve();
    return faultIf(
        fen(reserve).compareTo(part.of(fen(value))) < 0,
        reason,
        "the reserve %s is under %s of the appraisal %s",
        reserve,
        part,
        value);
  }

  private static Stream<Refusal> incrementIsPositive(SubmissionCase asked) {
    return positive(asked.draft().increment(), ListingRefusal.INCREMENT_NOT_POSITIVE);
  }

  /** A reserve that nobody can pay makes a sale that none is. */
  private static Stream<Refusal> reserveKeepsToTheAppraisal(SubmissionCase asked) {
    if (!asked.appraisalFits()) {
      return Stream.empty();
    }
    Money value = asked.offer().appraisal().orElseThrow().value();
    BigDecimal reserve = fen(asked.draft().reserve());
    return asked.edition().stream()
        .map(edition -> edition.bounds().reserveTimesMax())
        .filter(times -> reserve.compareTo(fen(value).multiply(BigDecimal.valueOf(times))) > 0)
        .map(
            times ->
                fault(
                    ListingRefusal.RESERVE_OVER_APPRAISAL,
                    "the reserve %s is over %d times the appraisal %s",
                    asked.draft().reserve(),
                    times,
                    value));
  }

  /** An increment of a hair never ends, and one of a mountain lets nobody bid a second time. */
  private static Stream<Refusal> incrementIsInBounds(SubmissionCase asked) {
    Money increment = asked.draft().increment();
    Money reserve = asked.draft().reserve();
    if (!increment.isPositive() || !reserve.isPositive()) {
      return Stream.empty();
    }
    return asked.edition().stream()
        .map(RuleEdition::bounds)
        .filter(
            bounds ->
                fen(increment).compareTo(bounds.incrementMin().of(fen(reserve))) < 0
                    || fen(increment)
                            .compareTo(bounds.incrementMax().of(fen(reserve)).max(BigDecimal.ONE))
                        > 0)
        .map(
            bounds ->
                fault(
                    ListingRefusal.INCREMENT_OUT_OF_BOUNDS,
                    "the increment %s is not %s to %s of the reserve %s",
                    increment,
                    bounds.incrementMin(),
                    bounds.incrementMax(),
                    reserve));
  }

  private static Stream<Refusal> depositIsPositive(SubmissionCase asked) {
    return positive(asked.draft().deposit(), ListingRefusal.DEPOSIT_NOT_POSITIVE);
  }

  private static Stream<Refusal> depositKeepsToTheCap(SubmissionCase asked) {
    Money reserve = asked.draft().reserve();
    Money deposit = asked.draft().deposit();
    return asked.edition().stream()
        .map(RuleEdition::depositMax)
        .filter(cap -> fen(deposit).compareTo(cap.of(fen(reserve)).max(LEAST_DEPOSIT)) > 0)
        .map(
            cap ->
                fault(
                    ListingRefusal.DEPOSIT_OVER_CAP,
                    "the deposit %s is over %s of the reserve %s",
                    deposit,
                    cap,
                    reserve));
  }

  /** There is no price yet, but none is lower than the reserve (R-POST-5). */
  private static Stream<Refusal> instalmentsAreAllowed(SubmissionCase asked) {
    DraftListing draft = asked.draft();
    return draft.plan().stream()
        .flatMap(
            plan ->
                asked.edition().stream()
                    .map(RuleEdition::instalments)
                    .map(it -> PaymentPlanCheck.faultsOf(plan, draft.reserve(), draft.terms(), it)))
        .flatMap(List::stream)
        .map(it -> fault(ListingRefusal.INSTALMENTS_FAULTY, "%s: %s", it, it.words()));
  }

  private static Stream<Refusal> positive(Money amount, Reason reason) {
    return faultIf(!amount.isPositive(), reason, "%s is not more than nothing", amount);
  }

  private static BigDecimal fen(Money amount) {
    return BigDecimal.valueOf(amount.fen());
  }
}
