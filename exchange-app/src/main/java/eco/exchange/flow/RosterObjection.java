package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.ROSTER_OBJECTION;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.RosterEvent.RosterObjected;
import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.collective.BeneficiaryView;
import eco.exchange.settlement.collective.Collectives;
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

/** The answer to an objection to a roster: by the collective, and then by the centre. */
@ApplicationScoped
class RosterObjection implements ServiceTaskTable.OfModel {

  private static final String CONTRACT = "contract";
  private static final String PAYEE = "payee";
  private static final String VERSION = "version";
  private static final String NUMBER = "number";
  private static final String COLLECTIVE = "collective";

  private final Collectives collectives;
  private final Rosters rosters;
  private final Workflow workflow;

  RosterObjection(Collectives collectives, Rosters rosters, Workflow workflow) {
    this.collectives = collectives;
    this.rosters = rosters;
    this.workflow = workflow;
  }

  /** Each objection is answered by the collective and decided by the centre. */
  Uni<Void> begin(RosterObjected event) {
    RosterId roster = new RosterId(event.contract(), event.payee(), event.version());
    return Uni.combine()
        .all()
        .unis(collectives.beneficiary(event.contract(), event.payee()), rosters.objections(roster))
        .with((collective, all) -> caseOf(roster, collective.orElseThrow(), all, event.number()))
        .chain(workflow::begin);
  }

  private static NewCase caseOf(
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

  /** With the roster go all objections to it. */
  Uni<Void> end(RosterId roster, String why) {
    return rosters
        .objections(roster)
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(
            one -> workflow.end(ROSTER_OBJECTION, key(roster, one.number()), why))
        .collect()
        .last()
        .replaceWithVoid();
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
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
}
