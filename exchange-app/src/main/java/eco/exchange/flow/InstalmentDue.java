package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.workflow.Procedure.INSTALMENT_DUE;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.answer.Answer;
import eco.exchange.event.PriceEvent.InstalmentShared;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.InstalmentDefaultStep;
import eco.exchange.settlement.instalment.Instalments;
import eco.exchange.sharing.PriceInstalment;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The waiting for an instalment of the price, until it comes in or the contract is broken. */
@ApplicationScoped
class InstalmentDue implements ServiceTaskTable.OfModel {

  private static final String CONTRACT = "contract";
  private static final String NUMBER = "number";
  private static final String DUE_AT = "dueAt";
  private static final String OVERDUE_AT = "overdueAt";

  private final Instalments instalments;
  private final Arrears arrears;
  private final Workflow workflow;

  InstalmentDue(Instalments instalments, Arrears arrears, Workflow workflow) {
    this.instalments = instalments;
    this.arrears = arrears;
    this.workflow = workflow;
  }

  /** What has come in is no longer waited for. */
  Uni<Void> end(InstalmentShared event) {
    return workflow.end(INSTALMENT_DUE, key(event.contract(), event.number()), "该期价款已缴入");
  }

  /** Awaits every instalment of a contract; sub-accounts first, so that who is reminded can pay. */
  Uni<Void> await(ContractId contract) {
    return done(instalments.await(contract))
        .chain(() -> instalments.of(contract))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .filter(it -> it.instalment().number() > 1 && !it.isShared())
        .onItem()
        .transformToUniAndConcatenate(it -> workflow.begin(caseOf(contract, it.instalment())))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private NewCase caseOf(ContractId contract, PriceInstalment instalment) {
    return new NewCase(
        INSTALMENT_DUE,
        key(contract, instalment.number()),
        Map.of(
            TRADE, contract.trade().code(),
            CONTRACT, contract.number(),
            NUMBER, Integer.toString(instalment.number()),
            DUE_AT, instalment.dueAt().toString(),
            OVERDUE_AT, arrears.overdueAt(instalment).toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "remindBuyer",
        p -> arrears.note(contract(p), number(p), InstalmentDefaultStep.REMINDED),
        "noteInstalmentOverdue",
        p -> arrears.note(contract(p), number(p), InstalmentDefaultStep.OVERDUE),
        "callGuarantee",
        p -> decide(p, InstalmentDefaultStep.GUARANTEE_CALLED),
        "declareInstalmentBreach",
        p -> decide(p, InstalmentDefaultStep.BREACH));
  }

  private Uni<? extends Answer<?>> decide(Progress p, InstalmentDefaultStep step) {
    return arrears.decide(
        contract(p),
        number(p),
        step,
        p.opinionOf("proposeRemedy"),
        p.deciderOf("proposeRemedy"),
        p.deciderOf("confirmRemedy"));
  }

  private static String key(ContractId contract, int number) {
    return contract.number() + "/P" + number;
  }

  private static ContractId contract(Progress progress) {
    return ContractId.parse(progress.fact(CONTRACT));
  }

  private static int number(Progress progress) {
    return Integer.parseInt(progress.fact(NUMBER));
  }
}
