package eco.exchange.listing.offer;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import eco.exchange.listing.offer.Listing.Offer;
import eco.exchange.rulebook.RuleEdition;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts that the rules of submission are asked about.
 *
 * @param offer what is offered
 * @param edition the edition of the day; empty if none is in force
 * @param today the day
 */
record SubmissionCase(Offer offer, Optional<RuleEdition> edition, LocalDate today) {

  /** One rule, with every fault that it finds. */
  interface Rule {
    Stream<Refusal> faults(SubmissionCase asked);
  }

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

  /** The earlier trade that makes this a relisting under R-DIS-7; empty for a first disclosure. */
  Optional<EarlierTrade> relisted() {
    return offer.ended().filter(earlier -> !isStale(earlier));
  }

  /** The earlier trade after which all must be done anew, for it took too long (R-DIS-9). */
  Optional<EarlierTrade> stale() {
    return offer.ended().filter(this::isStale);
  }

  private boolean isStale(EarlierTrade earlier) {
    return edition.stream()
        .map(rules -> earlier.firstDay().plusMonths(rules.relistingMonths()))
        .anyMatch(lastDay -> lastDay.isBefore(today));
  }

  static Stream<Refusal> faultIf(boolean broken, Reason reason, String form, Object... values) {
    return broken ? Stream.of(fault(reason, form, values)) : Stream.empty();
  }

  static Refusal fault(Reason reason, String form, Object... values) {
    return new Refusal(reason, form.formatted(values));
  }
}
