package eco.exchange.settlement.fund;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The reinvestment funds: what contracts give back to a watershed is gathered, and spent on
 * approved works of erosion control, within their budgets and on nothing else.
 */
@ApplicationScoped
public class Funds {

  private final PgFundStore store;
  private final PgFundIncomeStore gathering;
  private final Clock clock;

  Funds(PgFundStore store, PgFundIncomeStore gathering, Clock clock) {
    this.store = store;
    this.gathering = gathering;
    this.clock = clock;
  }

  /**
   * Moves whatever the distributions of a contract have given to its watershed into the fund, which
   * is opened if there is none. Asked again, it does what is left to do.
   *
   * @param region the six-digit code of the county whose authority keeps the fund
   * @param watershed the small watershed
   */
  public Uni<Answer<FundId>> gather(ContractId contract, String region, String watershed) {
    return gathering.gather(contract, region, watershed, clock.instant()).map(Answer::done);
  }

  /** Proposes a project. */
  public Uni<Answer<ProjectView>> propose(ProposeProject project, Actor by) {
    return store.decide(
        project.fund(), books -> ProjectRules.propose(books, project, by, clock.instant()));
  }

  /** Approves a project: two of the authority, neither of whom has proposed it. */
  public Uni<Answer<ProjectView>> approve(
      ProjectId project, String opinion, Actor reviewer, Actor approver) {
    return decide(
        project,
        new ProjectView.Decision(
            true, opinion, reviewer.account(), approver.account(), clock.instant()));
  }

  /** Refuses a project. */
  public Uni<Answer<ProjectView>> refuse(ProjectId project, String opinion, Actor by) {
    return decide(
        project,
        new ProjectView.Decision(false, opinion, by.account(), by.account(), clock.instant()));
  }

  private Uni<Answer<ProjectView>> decide(ProjectId project, ProjectView.Decision decision) {
    return store.decide(project.fund(), books -> ProjectRules.decide(books, project, decision));
  }

  /** Completes a project with what was monitored after it; nothing more is paid for it. */
  public Uni<Answer<ProjectView>> complete(
      ProjectId project, int erosion, String evidence, Actor reporter, Actor accepter) {
    ProjectView.Completion completion =
        new ProjectView.Completion(
            erosion, evidence, reporter.account(), accepter.account(), clock.instant());
    return store.decide(project.fund(), books -> ProjectRules.complete(books, project, completion));
  }

  /** Asks for a payment of a project, against evidence. */
  public Uni<Answer<ProjectPaymentView>> askPayment(AskPayment payment, Actor by) {
    return store.decide(
        payment.project().fund(), books -> SpendingRules.ask(books, payment, by, clock.instant()));
  }

  /** Orders a payment that was asked for: two persons, neither of whom has asked. */
  public Uni<Answer<ProjectPaymentView>> pay(
      ProjectId project, int number, String opinion, Actor reviewer, Actor payer) {
    return decide(
        project,
        number,
        new ProjectPaymentView.Decision(
            true, opinion, reviewer.account(), payer.account(), clock.instant()));
  }

  /** Refuses a payment that was asked for. */
  public Uni<Answer<ProjectPaymentView>> refusePayment(
      ProjectId project, int number, String opinion, Actor by) {
    return decide(
        project,
        number,
        new ProjectPaymentView.Decision(
            false, opinion, by.account(), by.account(), clock.instant()));
  }

  private Uni<Answer<ProjectPaymentView>> decide(
      ProjectId project, int number, ProjectPaymentView.Decision decision) {
    return store.decide(
        project.fund(), books -> SpendingRules.decide(books, project, number, decision));
  }

  /** Every fund, by number. */
  public Uni<List<FundView>> funds() {
    return store.funds();
  }

  /** One fund. */
  public Uni<Optional<FundView>> fund(FundId fund) {
    return store.books(fund).map(found -> found.map(FundBooks::fund));
  }

  /** The projects of a fund, oldest first. */
  public Uni<List<ProjectView>> projects(FundId fund) {
    return store.books(fund).map(found -> found.map(FundBooks::projects).orElse(List.of()));
  }

  /** The payments of a project, in the order in which they were asked for. */
  public Uni<List<ProjectPaymentView>> payments(ProjectId project) {
    return store
        .books(project.fund())
        .map(found -> found.map(books -> books.payments(project)).orElse(List.of()));
  }

  /** The ledger of a fund, oldest first. */
  public Uni<List<FundEntry>> entries(FundId fund) {
    return store.entries(fund);
  }
}
