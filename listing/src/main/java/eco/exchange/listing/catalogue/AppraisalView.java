package eco.exchange.listing.catalogue;

import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An appraisal report as it was recorded; it never changes.
 *
 * @param id the identity
 * @param product what was appraised
 * @param value the value found
 * @param valuedOn the reference day of the value
 * @param method the method of appraisal
 * @param reportNumber the number of the report
 * @param reportSha256 the SHA-256 of the report file, 64 small hexadecimal digits
 * @param appraiser the party that appraised
 * @param recordedBy the person who recorded it
 * @param recordedAt when it was recorded
 */
public record AppraisalView(
    UUID id,
    ProductId product,
    Money value,
    LocalDate valuedOn,
    String method,
    String reportNumber,
    String reportSha256,
    PartyId appraiser,
    AccountId recordedBy,
    Instant recordedAt) {

  /** The report as it is recorded by this person at this moment. */
  public static AppraisalView of(RecordAppraisal report, Actor appraiser, Instant now) {
    return new AppraisalView(
        report.id(),
        report.product(),
        report.value(),
        report.valuedOn(),
        report.method(),
        report.reportNumber(),
        report.reportSha256(),
        appraiser.party(),
        appraiser.account(),
        now);
  }

  /** Whether both record the same report of the same appraiser, whoever did it and when. */
  public boolean isSameReport(AppraisalView other) {
    return equals(
        new AppraisalView(
            other.id,
            other.product,
            other.value,
            other.valuedOn,
            other.method,
            other.reportNumber,
            other.reportSha256,
            other.appraiser,
            recordedBy,
            recordedAt));
  }
}
