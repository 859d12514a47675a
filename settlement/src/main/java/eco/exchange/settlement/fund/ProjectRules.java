package eco.exchange.settlement.fund;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;
import static eco.exchange.settlement.fund.FundRefusal.AMOUNT_NOT_POSITIVE;
import static eco.exchange.settlement.fund.FundRefusal.DECIDED_OTHERWISE;
import static eco.exchange.settlement.fund.FundRefusal.EROSION_SENSELESS;
import static eco.exchange.settlement.fund.FundRefusal.FOUR_EYES;
import static eco.exchange.settlement.fund.FundRefusal.FUND_TOO_SMALL;
import static eco.exchange.settlement.fund.FundRefusal.PAYMENT_OPEN;
import static eco.exchange.settlement.fund.FundRefusal.PROJECT_NOT_APPROVED;
import static eco.exchange.settlement.fund.FundRefusal.PROJECT_UNKNOWN;
import static eco.exchange.settlement.fund.FundRefusal.TEXT_OUT_OF_BOUNDS;

import eco.exchange.answer.Decision;
import eco.exchange.event.FundEvent;
import eco.exchange.market.Actor;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of a project: proposed, approved by two of the authority, completed with a result. */
final class ProjectRules {

  private static final int TEXT_MAX = 100;
  private static final int TARGET_MAX = 300;
  private static final int EVIDENCE_MAX = 200;
  private static final int EROSION_MAX = 1_000_000;

  private ProjectRules() {}

  static Decision<List<FundChange>, ProjectView> propose(
      FundBooks books, ProposeProject told, Actor by, Instant now) {
    boolean isWorded =
        Stream.of(told.title(), told.place(), told.plan(), told.contractor())
            .allMatch(text -> isText(text, TEXT_MAX));
    if (!isWorded || !isText(told.target(), TARGET_MAX)) {
      return refused(TEXT_OUT_OF_BOUNDS, "1 to %d characters".formatted(TEXT_MAX), List.of());
    }
    if (!told.budget().isPositive()) {
      return refused(AMOUNT_NOT_POSITIVE, "a budget of " + told.budget(), List.of());
    }
    Optional<ProjectView> same =
        books.projects().stream()
            .filter(known -> known.proposal().equals(told) && known.proposer().equals(by.party()))
            .findFirst();
    return same.isPresent() ? done(same.get(), List.of()) : proposed(books, told, by, now);
  }

  private static Decision<List<FundChange>, ProjectView> proposed(
      FundBooks books, ProposeProject told, Actor by, Instant now) {
    ProjectId id = new ProjectId(told.fund(), books.projects().size() + 1);
    ProjectView project =
        new ProjectView(
            id,
            told,
            by.account(),
            by.party(),
            now,
            Optional.empty(),
            Money.ZERO,
            Optional.empty());
    return done(
        project,
        List.of(new FundChange.Proposed(project)),
        new FundEvent.ProjectProposed(
            told.fund().toString(), id.number(), by.account(), by.party()));
  }

  static Decision<List<FundChange>, ProjectView> decide(
      FundBooks books, ProjectId id, ProjectView.Decision told) {
    Optional<ProjectView> found = books.project(id);
    if (found.isEmpty()) {
      return refused(PROJECT_UNKNOWN, "no project " + id, List.of());
    }
    ProjectView project = found.get();
    if (project.decision().isPresent()) {
      return project.decision().get().isApproved() == told.isApproved()
          ? done(project, List.of())
          : refused(DECIDED_OTHERWISE, "%s is %s".formatted(id, project.state()), List.of());
    }
    boolean isAlone =
        told.reviewedBy().equals(told.decidedBy())
            || project.proposedBy().equals(told.reviewedBy())
            || project.proposedBy().equals(told.decidedBy());
    if (told.isApproved() && isAlone) {
      return refused(FOUR_EYES, "proposed, reviewed and approved by three persons", List.of());
    }
    Money free = books.fund().free();
    if (told.isApproved() && free.isBelow(project.proposal().budget())) {
      return refused(FUND_TOO_SMALL, "%s are not promised yet".formatted(free), List.of());
    }
    return done(project.decided(told), List.of(new FundChange.ProjectDecided(id, told)));
  }

  static Decision<List<FundChange>, ProjectView> complete(
      FundBooks books, ProjectId id, ProjectView.Completion told) {
    Optional<ProjectView> found = books.project(id);
    if (found.isEmpty()) {
      return refused(PROJECT_UNKNOWN, "no project " + id, List.of());
    }
    if (!isText(told.evidence(), EVIDENCE_MAX)) {
      return refused(TEXT_OUT_OF_BOUNDS, "1 to %d characters".formatted(EVIDENCE_MAX), List.of());
    }
    ProjectView project = found.get();
    if (project.completion().isPresent()) {
      return done(project, List.of());
    }
    if (told.reportedBy().equals(told.acceptedBy())) {
      return refused(FOUR_EYES, "who reports a result does not accept it", List.of());
    }
    if (project.state() != ProjectView.State.APPROVED) {
      return refused(PROJECT_NOT_APPROVED, "%s is %s".formatted(id, project.state()), List.of());
    }
    if (books.payments(id).stream().anyMatch(payment -> payment.decision().isEmpty())) {
      return refused(PAYMENT_OPEN, "a payment of %s is not decided".formatted(id), List.of());
    }
    return told.erosion() < 0 || told.erosion() > EROSION_MAX
        ? refused(EROSION_SENSELESS, "an erosion of " + told.erosion(), List.of())
        : done(project.completed(told), List.of(new FundChange.ProjectCompleted(id, told)));
  }

  static boolean isText(String text, int max) {
    return !text.isBlank() && text.length() <= max;
  }
}
