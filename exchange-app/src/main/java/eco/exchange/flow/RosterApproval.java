package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.workflow.Procedure.ROSTER_APPROVAL;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.RosterEvent;
import eco.exchange.event.RosterEvent.RosterFiled;
import eco.exchange.event.RosterEvent.RosterFixed;
import eco.exchange.event.RosterEvent.RosterObjected;
import eco.exchange.event.RosterEvent.RosterReturned;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The approval of a roster of members, each version by itself. */
@ApplicationScoped
class RosterApproval implements ServiceTaskTable.OfModel {

  private static final String CONTRACT = "contract";
  private static final String PAYEE = "payee";
  private static final String VERSION = "version";
  private static final String OBJECTIONS_END_AT = "objectionsEndAt";

  private final Rosters rosters;
  private final RosterObjection objections;
  private final SharedIncomeFlow sharing;
  private final Workflow workflow;

  RosterApproval(
      Rosters rosters, RosterObjection objections, SharedIncomeFlow sharing, Workflow workflow) {
    this.rosters = rosters;
    this.objections = objections;
    this.sharing = sharing;
    this.workflow = workflow;
  }

  /** Does what follows an event of a roster. */
  Uni<Void> follow(RosterEvent event) {
    return switch (event) {
      case RosterFiled e -> workflow.begin(caseOf(e));
      case RosterObjected e -> objections.begin(e);
      case RosterReturned e -> returned(new RosterId(e.contract(), e.payee(), e.version()));
      case RosterFixed e -> sharing.allot(e.contract());
    };
  }

  // With the roster go all that was to be decided about it.
  private Uni<Void> returned(RosterId roster) {
    return inOrder(
        () -> workflow.end(ROSTER_APPROVAL, roster.text(), "名册已退回"),
        () -> objections.end(roster, "名册已退回"));
  }

  /** The timer of the model waits for the end of the showing. */
  private static NewCase caseOf(RosterFiled event) {
    RosterId roster = new RosterId(event.contract(), event.payee(), event.version());
    return new NewCase(
        ROSTER_APPROVAL,
        roster.text(),
        Map.of(
            TRADE, event.trade().code(),
            CONTRACT, event.contract().number(),
            PAYEE, event.payee(),
            VERSION, Integer.toString(event.version()),
            SUBMITTED_BY, event.by().toString(),
            OBJECTIONS_END_AT, event.objectionsEndAt().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "fixRoster",
        p -> rosters.fix(roster(p), p.lastOpinion(), p.deciderOf("reviewRoster"), p.lastDecider()),
        "returnRoster",
        p -> rosters.giveBack(roster(p), p.lastOpinion(), p.lastDecider()));
  }

  private static RosterId roster(Progress progress) {
    return new RosterId(
        ContractId.parse(progress.fact(CONTRACT)),
        progress.fact(PAYEE),
        Integer.parseInt(progress.fact(VERSION)));
  }
}
