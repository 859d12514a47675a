package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.workflow.Procedure.REVENUE_DISTRIBUTION;
import static eco.exchange.workflow.Procedure.REVENUE_YEAR;
import static eco.exchange.workflow.Progress.TRADE;
import static java.util.stream.Collectors.toSet;

import eco.exchange.event.MarketEvent.RevenueReceived;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.RevenueDeadlines;
import eco.exchange.settlement.RevenueDefaults;
import eco.exchange.settlement.RevenueReview;
import eco.exchange.settlement.YearEnd;
import eco.exchange.settlement.reconciliation.DefaultStep;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** The procedures of a year's revenue: waited for, shared when two have approved it, and closed. */
@ApplicationScoped
public class RevenueDistribution implements YearEnd.Reviews {

  private static final String CONTRACT = "contract";
  private static final String YEAR = "year";
  private static final String RUN = "run";
  private static final String DUE_AT = "dueAt";
  private static final String OVERDUE_AT = "overdueAt";

  private final RevenueReview review;
  private final RevenueDefaults arrears;
  private final YearEnd yearEnd;
  private final Workflow workflow;

  RevenueDistribution(
      RevenueReview review, RevenueDefaults arrears, YearEnd yearEnd, Workflow workflow) {
    this.review = review;
    this.arrears = arrears;
    this.yearEnd = yearEnd;
    this.workflow = workflow;
  }

  /** Waits for the first year whose revenue has not come in, if the contract has one left. */
  Uni<Void> await(ContractId contract) {
    return arrears
        .awaitedYear(contract)
        .chain(
            year ->
                year.map(awaited -> workflow.begin(awaiting(contract, awaited)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** What has come in is no longer waited for, and is looked at by two before it is shared. */
  Uni<Void> received(RevenueReceived event) {
    return inOrder(
        () -> workflow.end(REVENUE_YEAR, key(event.contract(), event.year()), "收入已缴入"),
        () -> approval(event),
        () -> await(event.contract()));
  }

  private NewCase awaiting(ContractId contract, int year) {
    RevenueDeadlines deadlines = RevenueDeadlines.of(year);
    return new NewCase(
        REVENUE_YEAR,
        key(contract, year),
        Map.of(
            TRADE, contract.trade().code(),
            CONTRACT, contract.number(),
            YEAR, Integer.toString(year),
            DUE_AT, deadlines.dueAt().toString(),
            OVERDUE_AT, deadlines.overdueAt().toString()));
  }

  private Uni<Void> approval(RevenueReceived event) {
    return workflow.begin(
        new NewCase(
            REVENUE_DISTRIBUTION,
            key(event.contract(), event.year()),
            Map.of(
                TRADE, event.trade().code(),
                CONTRACT, event.contract().number(),
                YEAR, Integer.toString(event.year()))));
  }

  /** The steps of the models of a year. */
  Map<String, ServiceTask> steps() {
    return Map.of(
        "distributeRevenue",
        p -> review.distribute(contract(p), year(p), p.opinionOf("confirmDistribution")),
        "remindOperator",
        p -> arrears.note(contract(p), year(p), DefaultStep.REMINDED),
        "noteOverdue",
        p -> arrears.note(contract(p), year(p), DefaultStep.OVERDUE),
        "declareBreach",
        p ->
            arrears.breach(
                contract(p),
                year(p),
                p.opinionOf("proposeBreach"),
                p.deciderOf("proposeBreach"),
                p.deciderOf("confirmBreach")),
        "approveYearRun",
        p -> yearEnd.approve(run(p), p.deciderOf("confirmYearDistribution")),
        "rejectYearRun",
        p -> yearEnd.reject(run(p), p.deciderOf("confirmYearDistribution")),
        "closeYear",
        p -> yearEnd.close(year(p), p.deciderOf("confirmClosing")));
  }

  @Override
  public Uni<Set<ContractId>> verified(int year) {
    String ofYear = "/" + year;
    return workflow
        .casesAt("verifyRevenue")
        .map(
            cases ->
                cases.stream()
                    .filter(key -> key.endsWith(ofYear))
                    .map(key -> key.substring(0, key.length() - ofYear.length()))
                    .map(ContractId::parse)
                    .collect(toSet()));
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

  private static long run(Progress progress) {
    return Long.parseLong(progress.fact(RUN));
  }

  private static int year(Progress progress) {
    return Integer.parseInt(progress.fact(YEAR));
  }
}
