package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.REVENUE_DISTRIBUTION;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.RevenueEvent.RevenueReceived;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * The approval of what a year's revenue of a contract gives. A run may share the whole year
 * meanwhile; what it has shared needs no approval any more.
 */
@ApplicationScoped
class RevenueDistribution implements ServiceTaskTable.OfModel, YearEnd.Reviews {

  private static final String CONTRACT = "contract";
  private static final String YEAR = "year";

  private final RevenueReview review;
  private final Workflow workflow;

  RevenueDistribution(RevenueReview review, Workflow workflow) {
    this.review = review;
    this.workflow = workflow;
  }

  static NewCase caseOf(RevenueReceived event) {
    return new NewCase(
        REVENUE_DISTRIBUTION,
        key(event.contract(), event.year()),
        Map.of(
            TRADE, event.trade().code(),
            CONTRACT, event.contract().number(),
            YEAR, Integer.toString(event.year())));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "beginVerification",
        p -> review.beginVerification(contract(p), year(p), p.lastDecider()),
        "endVerification",
        p -> review.endVerification(contract(p), year(p), p.deciderOf("verifyRevenue")),
        "distributeRevenue",
        p -> review.distribute(contract(p), year(p), p.opinionOf("confirmDistribution")));
  }

  @Override
  public Uni<Void> shared(ContractId contract, int year) {
    return workflow.end(REVENUE_DISTRIBUTION, key(contract, year), "已随年度批量分配");
  }

  private static String key(ContractId contract, int year) {
    return contract.number() + "/" + year;
  }

  private static ContractId contract(Progress progress) {
    return ContractId.parse(progress.fact(CONTRACT));
  }

  private static int year(Progress progress) {
    return Integer.parseInt(progress.fact(YEAR));
  }
}
