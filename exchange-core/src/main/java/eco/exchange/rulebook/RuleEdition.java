package eco.exchange.rulebook;

import eco.exchange.market.OwnershipClass;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Percentage;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One edition of the rules: every period and limit that a sale must keep.
 *
 * <p>A listing stores the id of the edition under which it was published, and keeps it although a
 * later edition may follow. Where the law sets a least period, the edition holds the period that
 * the exchange gives; the source of each number stands beside it in {@code rulebook.json} and is
 * told by {@link Rulebook#citations}.
 *
 * @param id the id of the edition, which is never given to another
 * @param validFrom the first day on which a listing may be published under it
 * @param ownership whose property is sold
 * @param method how it is sold
 * @param disclosureWorkingDays how long a listing is disclosed (R-DIS-1, R-DIS-RURAL)
 * @param qualificationWorkingDays how long applicants are examined after it (R-QUA-2)
 * @param depositWorkingDays how long deposits may be paid in after that (R-QUA-4)
 * @param biddingHours how long bids are taken or sealed offers received, late bids aside; a falling
 *     price takes as long as its steps (R-BID-1)
 * @param biddingDaysMax how many days a price may take to fall
 * @param noticeDays how many days at least lie between the notice and the end of the time in which
 *     offers are taken (R-DIS-14, R-TENDER-1)
 * @param depositMax the highest deposit, as a part of the reserve price (R-QUA-5)
 * @param reserveMinOfAppraisal the lowest reserve, as a part of the appraisal, when first listed
 *     (R-DIS-7)
 * @param loweredReserveMinOfAppraisal the lowest reserve after a reduction that needs no further
 *     approval (R-DIS-7)
 * @param redisclosureWorkingDays how long a listing is disclosed again after a reduction (R-DIS-8)
 * @param relistingMonths how many months after the first disclosure a right may be listed again on
 *     the old appraisal (R-DIS-9)
 * @param awardPublicityWorkingDays how long an award is shown to the public (R-POST-6)
 * @param signingWorkingDays within how many working days the contract is signed (R-POST-1)
 * @param priceWorkingDays within how many working days the price is paid in full (R-POST-4)
 * @param instalments when the price may be paid in instalments instead, and how (R-POST-5)
 * @param compulsory the sharing that needs no approval, and without which one is needed
 * @param bounds within which a notice may say how is bid
 * @param depositReturnWorkingDays within how many working days the losers' deposits go back
 *     (R-QUA-6)
 * @param certificateWorkingDays within how many working days after payment the trade is certified
 *     (R-POST-7)
 * @param appraisalValidDays for how many days an appraisal may be relied on (R-APP-1)
 * @param usual the terms of the method where the listing says nothing else, and the limits of what
 *     it may say; empty for a method that must be told more, such as weights
 */
public record RuleEdition(
    String id,
    LocalDate validFrom,
    OwnershipClass ownership,
    TradeMethod method,
    int disclosureWorkingDays,
    int qualificationWorkingDays,
    int depositWorkingDays,
    int biddingHours,
    int biddingDaysMax,
    int noticeDays,
    Percentage depositMax,
    Percentage reserveMinOfAppraisal,
    Percentage loweredReserveMinOfAppraisal,
    int redisclosureWorkingDays,
    int relistingMonths,
    int awardPublicityWorkingDays,
    int signingWorkingDays,
    int priceWorkingDays,
    InstalmentLimits instalments,
    CompulsorySharing compulsory,
    BiddingBounds bounds,
    int depositReturnWorkingDays,
    int certificateWorkingDays,
    int appraisalValidDays,
    Optional<MethodTerms> usual) {

  /**
   * Rejects periods of no length and faulty usual terms; a rule that does not apply is left out,
   * not set to nothing.
   */
  public RuleEdition {
    IntStream periods =
        IntStream.of(
            disclosureWorkingDays,
            qualificationWorkingDays,
            depositWorkingDays,
            biddingHours,
            biddingDaysMax,
            noticeDays,
            redisclosureWorkingDays,
            relistingMonths,
            awardPublicityWorkingDays,
            signingWorkingDays,
            priceWorkingDays,
            instalments.monthsMax(),
            depositReturnWorkingDays,
            certificateWorkingDays,
            appraisalValidDays);
    if (periods.anyMatch(days -> days < 1)) {
      throw new IllegalArgumentException("a period of edition %s has no length".formatted(id));
    }
    if (usual.stream().anyMatch(it -> TradeMethod.of(it) != method || !it.faults().isEmpty())) {
      throw new IllegalArgumentException("the usual terms of edition %s are faulty".formatted(id));
    }
    if (loweredReserveMinOfAppraisal.compareTo(reserveMinOfAppraisal) > 0) {
      throw new IllegalArgumentException("a reduction of edition %s is none".formatted(id));
    }
  }
}
