package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.COLLECTIVE_NAMING;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.CollectiveEvent;
import eco.exchange.event.CollectiveEvent.CollectiveNamed;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.collective.BeneficiaryView;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.NamingView;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The confirmation of the collective that a payee is, each naming by itself. */
@ApplicationScoped
class CollectiveNaming implements ServiceTaskTable.OfModel {

  private static final String CONTRACT = "contract";
  private static final String PAYEE = "payee";
  private static final String NUMBER = "number";
  private static final String COLLECTIVE = "collectiveName";
  private static final String BEFORE = "collectiveBefore";
  private static final String REASON = "reason";

  private final Collectives collectives;
  private final Workflow workflow;

  CollectiveNaming(Collectives collectives, Workflow workflow) {
    this.collectives = collectives;
    this.workflow = workflow;
  }

  /** Whoever confirms sees who is named, in whose place, and why. */
  Uni<Void> follow(CollectiveEvent event) {
    return switch (event) {
      case CollectiveNamed e ->
          Uni.combine()
              .all()
              .unis(
                  collectives.namings(e.contract(), e.payee()),
                  collectives.beneficiary(e.contract(), e.payee()))
              .with((namings, before) -> caseOf(e, namings, before))
              .chain(workflow::begin);
    };
  }

  private static NewCase caseOf(
      CollectiveNamed event, List<NamingView> namings, Optional<BeneficiaryView> before) {
    NamingView naming = namings.get(event.number() - 1);
    return new NewCase(
        COLLECTIVE_NAMING,
        "%s/%s/%d".formatted(event.contract().number(), event.payee(), event.number()),
        Map.of(
            TRADE, event.trade().code(),
            CONTRACT, event.contract().number(),
            PAYEE, event.payee(),
            NUMBER, Integer.toString(event.number()),
            COLLECTIVE, naming.collective().name(),
            BEFORE, before.map(it -> it.collective().name()).orElse(""),
            REASON, naming.reason(),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "nameCollective",
        p ->
            collectives.confirm(contract(p), payee(p), number(p), p.lastOpinion(), p.lastDecider()),
        "dismissCollective",
        p ->
            collectives.dismiss(
                contract(p), payee(p), number(p), p.lastOpinion(), p.lastDecider()));
  }

  private static ContractId contract(Progress progress) {
    return ContractId.parse(progress.fact(CONTRACT));
  }

  private static String payee(Progress progress) {
    return progress.fact(PAYEE);
  }

  private static int number(Progress progress) {
    return Integer.parseInt(progress.fact(NUMBER));
  }
}
