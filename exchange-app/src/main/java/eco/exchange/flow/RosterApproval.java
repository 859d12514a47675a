package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.workflow.Procedure.ROSTER_APPROVAL;
import static eco.exchange.workflow.Procedure.ROSTER_OBJECTION;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.MarketEvent.OfRoster;
import eco.exchange.event.MarketEvent.RosterFiled;
import eco.exchange.event.MarketEvent.RosterFixed;
import eco.exchange.event.MarketEvent.RosterObjected;
import eco.exchange.event.MarketEvent.RosterReturned;
import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.roster.BeneficiaryView;
import eco.exchange.settlement.roster.ObjectionView;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The procedures of rosters: what begins and ends them, and the steps of their models. */
@ApplicationScoped
class RosterApproval {

  private static final String CONTRACT = "contract";
  private static final String PAYEE = "payee";
  private static final String VERSION = "version";
  private static final String NUMBER = "number";
  private static final String COLLECTIVE = "collective";
  private static final String OBJECTIONS_END_AT = "objectionsEndAt";

  private final Rosters rosters;
  private final Allotments allotments;
  private final Workflow workflow;

  RosterApproval(Rosters rosters, Allotments allotments, Workflow workflow) {
    this.rosters = rosters;
    this.allotments = allotments;
    this.workflow = workflow;
  }

  /** Does what follows an event in the story of a roster. */
  Uni<Void> follow(OfRoster event) {
    return switch (event) {
      case RosterFiled e -> filed(e);
      case RosterObjected e -> objected(e);
      case RosterReturned e -> returned(e);
      case RosterFixed e -> allot(e.contract());
    };
  }

  /** Splits among members what a contract has given to them and what a fixed roster waits for. */
  Uni<Void> allot(ContractId contract) {
    return done(allotments.allotDue(contract));
  }

  /** The timer of the model waits for the end of the showing. */
  private Uni<Void> filed(RosterFiled event) {
    RosterId roster = new RosterId(event.contract(), event.payee(), event.version());
    return workflow.begin(
        new NewCase(
            ROSTER_APPROVAL,
            roster.text(),
            Map.of(
                TRADE, event.trade().code(),
                CONTRACT, event.contract().number(),
                PAYEE, event.payee(),
                VERSION, Integer.toString(event.version()),
                SUBMITTED_BY, event.by().toString(),
                OBJECTIONS_END_AT, event.objectionsEndAt().toString())));
  }

  /** Each objection is answered by the collective and decided by the centre. */
  private Uni<Void> objected(RosterObjected event) {
    RosterId roster = new RosterId(event.contract(), event.payee(), event.version());
    return Uni.combine()
        .all()
        .unis(rosters.beneficiary(event.contract(), event.payee()), rosters.objections(roster))
        .with((collective, all) -> objection(roster, collective.orElseThrow(), all, event.number()))
        .chain(workflow::begin);
  }

  private static NewCase objection(
      RosterId roster, BeneficiaryView collective, List<ObjectionView> all, int number) {
    String writtenBy =
        all.stream()
            .filter(one -> one.number() == number)
            .flatMap(one -> one.writtenBy().stream())
            .map(AccountId::toString)
            .findFirst()
            .orElse("");
    return new NewCase(
        ROSTER_OBJECTION,
        key(roster, number),
        Map.of(
            TRADE, roster.contract().trade().code(),
            CONTRACT, roster.contract().number(),
            PAYEE, roster.payee(),
            VERSION, Integer.toString(roster.version()),
            NUMBER, Integer.toString(number),
            COLLECTIVE, collective.collective().id().toString(),
            SUBMITTED_BY, writtenBy));
  }

  /** With the roster go all that was to be decided about it. */
  private Uni<Void> returned(RosterReturned event) {
    RosterId roster = new RosterId(event.contract(), event.payee(), event.version());
    return workflow
        .end(ROSTER_APPROVAL, roster.text(), "名册已退回")
        .chain(() -> rosters.objections(roster))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(
            one -> workflow.end(ROSTER_OBJECTION, key(roster, one.number()), "名册已退回"))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The steps of the models of rosters. */
  Map<String, ServiceTask> steps() {
    return Map.of(
        "fixRoster",
        p -> rosters.fix(roster(p), why(p), p.deciderOf("reviewRoster"), p.deciderOf(p.lastAct())),
        "returnRoster",
        p -> rosters.giveBack(roster(p), why(p), p.deciderOf(p.lastAct())),
        "decideObjection",
        p ->
            rosters.decideObjection(
                roster(p),
                Integer.parseInt(p.fact(NUMBER)),
                p.outcomeOf("ruleOnObjection").equals("uphold"),
                p.opinionOf("ruleOnObjection"),
                p.deciderOf("answerObjection"),
                p.deciderOf("ruleOnObjection")));
  }

  private static String key(RosterId roster, int number) {
    return roster.text() + "/" + number;
  }

  private static RosterId roster(Progress progress) {
    return new RosterId(
        ContractId.parse(progress.fact(CONTRACT)),
        progress.fact(PAYEE),
        Integer.parseInt(progress.fact(VERSION)));
  }

  private static String why(Progress progress) {
    return progress.opinionOf(progress.lastAct());
  }
}
