package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;
import static eco.exchange.workflow.Procedure.REVENUE_YEAR;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.RevenueEvent;
import eco.exchange.event.RevenueEvent.RevenueDistributed;
import eco.exchange.event.RevenueEvent.RevenueReceived;
import eco.exchange.event.RevenueEvent.RevenueReminded;
import eco.exchange.event.RevenueEvent.RevenueReported;
import eco.exchange.event.RevenueEvent.SupplementShared;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.RevenueDefaultStep;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The waiting for a year's revenue of a contract, until it comes in or the contract is broken. */
@ApplicationScoped
class RevenueYear implements ServiceTaskTable.OfModel {

  private static final String CONTRACT = "contract";
  private static final String YEAR = "year";
  private static final String DUE_AT = "dueAt";
  private static final String OVERDUE_AT = "overdueAt";

  private final Arrears arrears;
  private final SharedIncomeFlow sharing;
  private final Workflow workflow;

  RevenueYear(Arrears arrears, SharedIncomeFlow sharing, Workflow workflow) {
    this.arrears = arrears;
    this.sharing = sharing;
    this.workflow = workflow;
  }

  /** Does what follows an event of a year's revenue. */
  Uni<Void> follow(RevenueEvent event) {
    return switch (event) {
      case RevenueReported e -> nothing();
      case RevenueReceived e -> received(e);
      // The next year has begun meanwhile, and its clock runs by itself.
      case RevenueReminded e -> await(e.contract());
      case RevenueDistributed e -> sharing.follow(e.contract());
      case SupplementShared e -> sharing.follow(e.contract());
    };
  }

  // What has come in is no longer waited for, and is looked at by two before it is shared.
  private Uni<Void> received(RevenueReceived event) {
    return inOrder(
        () -> workflow.end(REVENUE_YEAR, key(event.contract(), event.year()), "收入已缴入"),
        () -> workflow.begin(RevenueDistribution.caseOf(event)),
        () -> await(event.contract()));
  }

  /**
   * Waits for every year that has begun and whose revenue has not come in, each by its own clock:
   * no missing year hides another.
   */
  Uni<Void> await(ContractId contract) {
    return arrears
        .awaitedYears(contract)
        .onItem()
        .transformToMulti(awaited -> Multi.createFrom().iterable(awaited.entrySet()))
        .onItem()
        .transformToUniAndConcatenate(
            awaited -> workflow.begin(caseOf(contract, awaited.getKey(), awaited.getValue())))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static NewCase caseOf(ContractId contract, int year, RevenueDeadlines deadlines) {
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

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "remindOperator",
        p -> arrears.note(contract(p), year(p), RevenueDefaultStep.REMINDED),
        "noteOverdue",
        p -> arrears.note(contract(p), year(p), RevenueDefaultStep.OVERDUE),
        "declareBreach",
        p ->
            arrears.breach(
                contract(p),
                year(p),
                p.opinionOf("proposeBreach"),
                p.deciderOf("proposeBreach"),
                p.deciderOf("confirmBreach")));
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
