package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.ROSTER_APPROVAL;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.MarketEvent.RosterFiled;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
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

  RosterApproval(Rosters rosters) {
    this.rosters = rosters;
  }

  /** The timer of the model waits for the end of the showing. */
  static NewCase caseOf(RosterFiled event) {
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
