package eco.exchange.flow;

import static eco.exchange.flow.ContractSigning.THE_EXCHANGE;
import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.workflow.Procedure.AMENDMENT_SIGNING;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.amendment.Amendments;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.AmendmentEvent.AmendmentDrawn;
import eco.exchange.event.AmendmentEvent.AmendmentWithdrawn;
import eco.exchange.event.AmendmentEvent.ContractAmended;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.price.Prices;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The signing of an amendment by both parties, before the day from which it is to hold. */
@ApplicationScoped
class AmendmentSigning implements ServiceTaskTable.OfModel {

  private static final String AMENDMENT = "amendment";
  private static final String APPLIES_AT = "appliesAt";
  private static final String TRANSFEROR = "transferor";
  private static final String TRANSFEREE = "transferee";

  private final Contracts contracts;
  private final Amendments amendments;
  private final Prices prices;
  private final Workflow workflow;

  AmendmentSigning(Contracts contracts, Amendments amendments, Prices prices, Workflow workflow) {
    this.contracts = contracts;
    this.amendments = amendments;
    this.prices = prices;
    this.workflow = workflow;
  }

  /** Does what follows an event of an amendment. */
  Uni<Void> follow(AmendmentEvent event) {
    return switch (event) {
      case AmendmentDrawn e -> workflow.begin(caseOf(e));
      case AmendmentWithdrawn e ->
          workflow.end(AMENDMENT_SIGNING, e.amendment().number(), "补充协议已撤回");
      case ContractAmended e ->
          amendments.sealed(e.amendment()).chain(paper -> done(prices.amend(paper)));
    };
  }

  /** Signed by both before its day, or not at all. */
  private static NewCase caseOf(AmendmentDrawn event) {
    return new NewCase(
        AMENDMENT_SIGNING,
        event.amendment().number(),
        Map.of(
            TRADE, event.trade().code(),
            AMENDMENT, event.amendment().number(),
            APPLIES_AT, event.from().atStartOfDay(Deadline.ZONE).toInstant().toString(),
            TRANSFEROR, event.transferor().toString(),
            TRANSFEREE, event.transferee().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "signAmendmentAsTransferor", p -> sign(p, TRANSFEROR, "transferorSignsAmendment"),
        "signAmendmentAsTransferee", p -> sign(p, TRANSFEREE, "transfereeSignsAmendment"),
        "withdrawAsTransferor", p -> withdraw(p, "transferorSignsAmendment"),
        "withdrawAsTransferee", p -> withdraw(p, "transfereeSignsAmendment"),
        "sealAmendment", p -> contracts.seal(amendment(p), THE_EXCHANGE),
        "expireAmendment", p -> amendments.expire(amendment(p)));
  }

  private Uni<Answer<ContractView>> sign(Progress progress, String party, String act) {
    return contracts.sign(
        amendment(progress), PartyId.parse(progress.fact(party)), progress.deciderOf(act));
  }

  private Uni<Answer<ContractView>> withdraw(Progress progress, String act) {
    return amendments.withdraw(amendment(progress), progress.deciderOf(act));
  }

  private static ContractId amendment(Progress progress) {
    return ContractId.parse(progress.fact(AMENDMENT));
  }
}
