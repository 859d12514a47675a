package eco.exchange.listing.offer;

import eco.exchange.market.AccountId;
import eco.exchange.method.LotTerms;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** The published notice as it lies in the row of its listing: all columns null until then. */
@Embeddable
class DisclosureColumns {

  @Column(name = "disclosed_at")
  Instant disclosedAt;

  @Column(name = "rule_edition", columnDefinition = "text")
  String ruleEdition;

  @Column(name = "applications_close_at")
  Instant applicationsCloseAt;

  @Column(name = "deposits_due_at")
  Instant depositsDueAt;

  @Column(name = "opens_at")
  Instant opensAt;

  @Column(name = "closes_at")
  Instant closesAt;

  @Column(name = "first_disclosed_at")
  Instant firstDisclosedAt;

  // Boxed, for Hibernate takes a primitive to be never null.
  Integer attempt;

  @Column(name = "calendar_final")
  Boolean calendarFinal;

  @Column(name = "reviewed_by")
  UUID reviewedBy;

  @Column(name = "approved_by")
  UUID approvedBy;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  DisclosureColumns() {}

  DisclosureColumns(Disclosure disclosure) {
    LotTerms terms = disclosure.plan().terms();
    disclosedAt = disclosure.at();
    firstDisclosedAt = disclosure.firstAt();
    attempt = disclosure.attempt();
    ruleEdition = terms.ruleEdition();
    applicationsCloseAt = terms.applicationsCloseAt();
    depositsDueAt = terms.depositsDueAt();
    opensAt = terms.opensAt();
    closesAt = terms.closesAt();
    calendarFinal = disclosure.plan().calendarFinal();
    reviewedBy = disclosure.reviewedBy().id();
    approvedBy = disclosure.approvedBy().id();
  }

  /** The notice; its prices and method are those of the draft, which is frozen. */
  Disclosure disclosure(DraftListing draft) {
    LotTerms terms =
        new LotTerms(
            draft.reserve(),
            draft.increment(),
            draft.deposit(),
            applicationsCloseAt,
            depositsDueAt,
            opensAt,
            closesAt,
            draft.disclosedHow(),
            ruleEdition);
    return new Disclosure(
        disclosedAt,
        firstDisclosedAt,
        attempt,
        new DisclosurePlan(terms, calendarFinal),
        new AccountId(reviewedBy),
        new AccountId(approvedBy));
  }
}
