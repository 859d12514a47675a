package eco.exchange.listing.catalogue;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.ProductId;
import eco.exchange.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An appraisal as it lies in the table. */
@Entity
@Immutable
@Table(schema = "listing", name = "appraisal")
public class AppraisalRow {

  @Id UUID id;

  UUID product;

  @Column(name = "value_fen")
  long valueFen;

  @Column(name = "valued_on")
  LocalDate valuedOn;

  @Column(columnDefinition = "text")
  String method;

  @Column(name = "report_number", columnDefinition = "text")
  String reportNumber;

  @Column(name = "report_sha256", columnDefinition = "text")
  String reportSha256;

  UUID appraiser;

  @Column(name = "recorded_by")
  UUID recordedBy;

  @Column(name = "recorded_at")
  Instant recordedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  AppraisalRow() {}

  AppraisalRow(AppraisalView appraisal) {
    id = appraisal.id();
    product = appraisal.product().id();
    valueFen = appraisal.value().fen();
    valuedOn = appraisal.valuedOn();
    method = appraisal.method();
    reportNumber = appraisal.reportNumber();
    reportSha256 = appraisal.reportSha256();
    appraiser = appraisal.appraiser().id();
    recordedBy = appraisal.recordedBy().id();
    recordedAt = appraisal.recordedAt();
  }

  public AppraisalView view() {
    return new AppraisalView(
        id,
        new ProductId(product),
        new Money(valueFen),
        valuedOn,
        method,
        reportNumber,
        reportSha256,
        new PartyId(appraiser),
        new AccountId(recordedBy),
        recordedAt);
  }
}
