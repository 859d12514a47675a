package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.EROSION_PROJECT;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;

import eco.exchange.event.FundEvent.ProjectProposed;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.fund.ProjectId;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The approval of a project of a reinvestment fund, and the acceptance of its work. */
@ApplicationScoped
class ErosionProject implements ServiceTaskTable.OfModel {

  private static final String FUND = "fund";
  private static final String PROJECT = "project";
  private static final String PROPOSER = "proposer";
  private static final int NO_NUMBER = -1;

  private final Funds funds;

  ErosionProject(Funds funds) {
    this.funds = funds;
  }

  static NewCase caseOf(ProjectProposed event) {
    ProjectId project = new ProjectId(FundId.parse(event.fund()), event.project());
    return new NewCase(
        EROSION_PROJECT,
        project.toString(),
        Map.of(
            FUND, event.fund(),
            PROJECT, Integer.toString(event.project()),
            PROPOSER, event.proposer().toString(),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "approveProject",
        p ->
            funds.approve(
                project(p), p.lastOpinion(), p.deciderOf("reviewProject"), p.lastDecider()),
        "refuseProject",
        p -> funds.refuse(project(p), p.lastOpinion(), p.lastDecider()),
        "completeProject",
        p ->
            funds.complete(
                project(p),
                number(p.facts().getOrDefault("erosion", "")),
                p.facts().getOrDefault("evidence", ""),
                p.deciderOf("reportCompletion"),
                p.deciderOf("acceptCompletion")));
  }

  private static ProjectId project(Progress progress) {
    return new ProjectId(
        FundId.parse(progress.fact(FUND)), Integer.parseInt(progress.fact(PROJECT)));
  }

  // What is no number is an erosion that cannot be, so that who reports it is told.
  private static int number(String text) {
    return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : NO_NUMBER;
  }
}
