package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.PROJECT_PAYMENT;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;

import eco.exchange.event.FundEvent.ProjectPaymentAsked;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.fund.ProjectId;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The approval of a payment that a project of a reinvestment fund asks for. */
@ApplicationScoped
class ProjectPayment implements ServiceTaskTable.OfModel {

  private static final String FUND = "fund";
  private static final String PROJECT = "project";
  private static final String PAYMENT = "payment";

  private final Funds funds;

  ProjectPayment(Funds funds) {
    this.funds = funds;
  }

  static NewCase caseOf(ProjectPaymentAsked event) {
    ProjectId project = new ProjectId(FundId.parse(event.fund()), event.project());
    return new NewCase(
        PROJECT_PAYMENT,
        project + "/" + event.payment(),
        Map.of(
            FUND, event.fund(),
            PROJECT, Integer.toString(event.project()),
            PAYMENT, Integer.toString(event.payment()),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "payProject",
        p ->
            funds.pay(
                project(p),
                payment(p),
                p.lastOpinion(),
                p.deciderOf("reviewPayment"),
                p.lastDecider()),
        "refusePayment",
        p -> funds.refusePayment(project(p), payment(p), p.lastOpinion(), p.lastDecider()));
  }

  private static ProjectId project(Progress progress) {
    return new ProjectId(
        FundId.parse(progress.fact(FUND)), Integer.parseInt(progress.fact(PROJECT)));
  }

  private static int payment(Progress progress) {
    return Integer.parseInt(progress.fact(PAYMENT));
  }
}
