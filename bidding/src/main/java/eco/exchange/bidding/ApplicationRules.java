package eco.exchange.bidding;

import static eco.exchange.bidding.BiddingRefusal.ALREADY_APPLIED;
import static eco.exchange.bidding.BiddingRefusal.ALREADY_DECIDED;
import static eco.exchange.bidding.BiddingRefusal.APPLICATIONS_CLOSED;
import static eco.exchange.bidding.BiddingRefusal.LOT_CLOSED;
import static eco.exchange.bidding.BiddingRefusal.NOT_QUALIFIED;
import static eco.exchange.bidding.BiddingRefusal.OPINION_INVALID;
import static eco.exchange.bidding.BiddingRefusal.OWN_CASE;
import static eco.exchange.bidding.BiddingRefusal.OWN_LOT;
import static eco.exchange.bidding.BiddingRefusal.PAPERS_INVALID;

import eco.exchange.bidding.Application.Paper;
import eco.exchange.bidding.ApplicationView.State;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may apply, be decided about and be admitted: every reason against it, in their order. */
final class ApplicationRules {

  /** The longest opinion, in characters. */
  static final int OPINION_MAX = 2_000;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private ApplicationRules() {}

  static List<Refusal> againstApplying(
      Lot lot, Application application, PartyId party, boolean hasApplied, Instant now) {
    List<Refusal> reasons = new ArrayList<>();
    papersFault(application.papers())
        .ifPresent(fault -> reasons.add(new Refusal(PAPERS_INVALID, fault)));
    if (lot.transferor().equals(party)) {
      reasons.add(new Refusal(OWN_LOT, "the transferor may not bid on the own lot"));
    }
    if (hasApplied) {
      reasons.add(new Refusal(ALREADY_APPLIED, "one application a party and lot"));
    }
    Instant end = lot.auction().terms().applicationsCloseAt();
    if (!now.isBefore(end) || lot.isClosed()) {
      reasons.add(new Refusal(APPLICATIONS_CLOSED, "applications were taken until " + end));
    }
    return reasons;
  }

  static List<Refusal> againstDeciding(
      ApplicationView application, String opinion, Actor officer, Lot lot) {
    List<Refusal> reasons = new ArrayList<>();
    opinionFault(opinion).ifPresent(reasons::add);
    if (application.bidder().equals(officer.party())) {
      reasons.add(new Refusal(OWN_CASE, "the applicant may not decide the own application"));
    }
    if (application.state() != State.APPLIED) {
      reasons.add(new Refusal(ALREADY_DECIDED, "the application is " + application.state()));
    }
    if (lot.isClosed()) {
      reasons.add(new Refusal(LOT_CLOSED, "bidding on the lot is over"));
    }
    return reasons;
  }

  static List<Refusal> againstAdmitting(Lot lot, Optional<ApplicationView> application) {
    List<Refusal> reasons = new ArrayList<>();
    if (application.filter(it -> it.state() == State.QUALIFIED).isEmpty()) {
      reasons.add(new Refusal(NOT_QUALIFIED, "the party has no qualified application"));
    }
    if (lot.isClosed()) {
      reasons.add(new Refusal(LOT_CLOSED, "bidding on the lot is over"));
    }
    return reasons;
  }

  static Optional<Refusal> opinionFault(String opinion) {
    return opinion.isBlank() || opinion.length() > OPINION_MAX
        ? Optional.of(
            new Refusal(
                OPINION_INVALID, "an opinion has 1 to %d characters".formatted(OPINION_MAX)))
        : Optional.empty();
  }

  private static Optional<String> papersFault(List<Paper> papers) {
    if (papers.isEmpty() || papers.size() > Application.PAPERS_MAX) {
      return Optional.of("an application has 1 to %d papers".formatted(Application.PAPERS_MAX));
    }
    return papers.stream()
        .filter(paper -> !isProper(paper))
        .findFirst()
        .map(paper -> "a paper has a name and a SHA-256 in small letters: " + paper.name());
  }

  private static boolean isProper(Paper paper) {
    return !paper.name().isBlank()
        && paper.name().length() <= Paper.NAME_MAX
        && SHA256.matcher(paper.sha256()).matches();
  }
}
