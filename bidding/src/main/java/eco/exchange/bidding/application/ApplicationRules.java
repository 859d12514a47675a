package eco.exchange.bidding.application;

import static eco.exchange.bidding.lot.BiddingRefusal.ALREADY_APPLIED;
import static eco.exchange.bidding.lot.BiddingRefusal.ALREADY_DECIDED;
import static eco.exchange.bidding.lot.BiddingRefusal.APPLICATIONS_CLOSED;
import static eco.exchange.bidding.lot.BiddingRefusal.APPLICATION_WITHDRAWN;
import static eco.exchange.bidding.lot.BiddingRefusal.CONFLICT_OF_INTEREST;
import static eco.exchange.bidding.lot.BiddingRefusal.LOT_CLOSED;
import static eco.exchange.bidding.lot.BiddingRefusal.NOT_QUALIFIED;
import static eco.exchange.bidding.lot.BiddingRefusal.OWN_CASE;
import static eco.exchange.bidding.lot.BiddingRefusal.PAPERS_INVALID;
import static eco.exchange.bidding.lot.BiddingRefusal.RANK_INVALID;
import static eco.exchange.bidding.lot.BiddingRefusal.RELATED_INVALID;
import static eco.exchange.bidding.lot.BiddingRefusal.WITHDRAWAL_CLOSED;

import eco.exchange.answer.Refusal;
import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.bidding.application.ApplicationView.State;
import eco.exchange.bidding.application.PartyCheck.Findings;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.Opinion;
import eco.exchange.market.Actor;
import eco.exchange.market.CreditCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of who may apply, be decided about and be admitted: every reason against it, in their
 * order.
 */
final class ApplicationRules {

  /** The last rank of a right of priority. */
  private static final int RANK_MAX = 9;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private ApplicationRules() {}

  /**
   * What an officer decides about an application.
   *
   * @param rank the rank of the right of priority, if one is confirmed
   */
  record Ruling(State state, String opinion, Optional<Integer> rank, Actor officer) {}

  static List<Refusal> againstApplying(
      Lot lot, ApplicationView application, Findings findings, boolean hasApplied) {
    List<Refusal> reasons = new ArrayList<>();
    papersFault(application.papers())
        .ifPresent(fault -> reasons.add(new Refusal(PAPERS_INVALID, fault)));
    if (application.related().size() > Application.RELATED_MAX
        || application.related().stream().anyMatch(code -> CreditCode.of(code).isEmpty())) {
      String rule = "an application names up to %d credit codes".formatted(Application.RELATED_MAX);
      reasons.add(new Refusal(RELATED_INVALID, rule));
    }
    reasons.addAll(findings.reasons(lot, application.related()));
    if (hasApplied) {
      reasons.add(new Refusal(ALREADY_APPLIED, "one application a party and lot"));
    }
    if (applicationsAreOver(lot, application.appliedAt())) {
      String end = "applications were taken until " + lot.auction().terms().applicationsCloseAt();
      reasons.add(new Refusal(APPLICATIONS_CLOSED, end));
    }
    return reasons;
  }

  static List<Refusal> againstDeciding(
      ApplicationView application, Ruling ruling, Lot lot, List<ApplicationView> others) {
    List<Refusal> reasons = new ArrayList<>();
    Opinion.fault(ruling.opinion()).ifPresent(reasons::add);
    ruling
        .rank()
        .filter(rank -> rank < 1 || rank > RANK_MAX || application.priority().isEmpty())
        .ifPresent(
            rank ->
                reasons.add(new Refusal(RANK_INVALID, "a rank is 1 to 9, for a claim: " + rank)));
    if (ruling.state() == State.QUALIFIED) {
      groupFault(application, lot, others).ifPresent(reasons::add);
    }
    if (application.bidder().equals(ruling.officer().party())) {
      reasons.add(new Refusal(OWN_CASE, "the applicant may not decide the own application"));
    }
    if (application.state() == State.WITHDRAWN) {
      reasons.add(new Refusal(APPLICATION_WITHDRAWN, "the applicant has withdrawn"));
    } else if (application.state() != State.APPLIED) {
      reasons.add(new Refusal(ALREADY_DECIDED, "the application is " + application.state()));
    }
    if (lot.isClosed()) {
      reasons.add(new Refusal(LOT_CLOSED, "bidding on the lot is over"));
    }
    return reasons;
  }

  /** Every reason against taking an application back; until then nothing was paid for nothing. */
  static List<Refusal> againstWithdrawing(Lot lot, ApplicationView application, Instant now) {
    List<Refusal> reasons = new ArrayList<>();
    if (application.state() == State.REJECTED) {
      reasons.add(new Refusal(ALREADY_DECIDED, "the application is rejected"));
    }
    if (applicationsAreOver(lot, now)) {
      String rule =
          "after %s a bidder no longer withdraws: who has paid a deposit may lose it (R-QUA-8),"
              + " who has not is taken to have withdrawn (R-QUA-4)";
      Instant end = lot.auction().terms().applicationsCloseAt();
      reasons.add(new Refusal(WITHDRAWAL_CLOSED, rule.formatted(end)));
    }
    return reasons;
  }

  static List<Refusal> againstAdmitting(
      Lot lot,
      Optional<ApplicationView> application,
      Findings findings,
      List<ApplicationView> others) {
    List<Refusal> reasons = new ArrayList<>();
    reasons.addAll(
        findings.reasons(lot, application.map(ApplicationView::related).orElse(List.of())));
    List<ApplicationView> admitted =
        others.stream().filter(other -> lot.paddles().containsKey(other.bidder())).toList();
    application.flatMap(it -> groupFault(it, lot, admitted)).ifPresent(reasons::add);
    if (application.filter(it -> it.state() == State.WITHDRAWN).isPresent()) {
      reasons.add(new Refusal(APPLICATION_WITHDRAWN, "the bidder has withdrawn"));
    } else if (application.filter(it -> it.state() == State.QUALIFIED).isEmpty()) {
      reasons.add(new Refusal(NOT_QUALIFIED, "the party has no qualified application"));
    }
    if (lot.isClosed()) {
      reasons.add(new Refusal(LOT_CLOSED, "bidding on the lot is over"));
    }
    return reasons;
  }

  private static boolean applicationsAreOver(Lot lot, Instant now) {
    return !now.isBefore(lot.auction().terms().applicationsCloseAt()) || lot.isClosed();
  }

  // An applicant is not told of it: it would learn who else has applied.
  private static Optional<Refusal> groupFault(
      ApplicationView application, Lot lot, List<ApplicationView> others) {
    return others.stream()
        .filter(other -> other.state() == State.QUALIFIED && !other.id().equals(application.id()))
        .flatMap(other -> Conflicts.tie(application, other).stream())
        .findFirst()
        .filter(code -> Conflicts.onlyOneOfAGroup(lot))
        .map(
            code ->
                new Refusal(CONFLICT_OF_INTEREST, "another of the group is qualified: " + code));
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
