package eco.exchange.workflow;

import static eco.exchange.workflow.WorkflowRefusal.DECISION_TOO_LONG;
import static eco.exchange.workflow.WorkflowRefusal.DETAIL_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.FOUR_EYES;
import static eco.exchange.workflow.WorkflowRefusal.OPINION_MISSING;
import static eco.exchange.workflow.WorkflowRefusal.OUTCOME_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.TASK_DECIDED;
import static eco.exchange.workflow.WorkflowRefusal.TASK_NOT_YOURS;
import static eco.exchange.workflow.WorkflowRefusal.TASK_UNKNOWN;

import eco.exchange.answer.Answer;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.workflow.TaskView.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.ProcessEngine;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.flowable.task.api.history.HistoricTaskInstanceQuery;

/**
 * The taking of decisions, each with everything that follows from it at once. Blocks on the
 * database.
 */
record TaskCompletion(ProcessEngine engine, ProcessModels models) {

  /** Decides a task by its id. */
  Answer<DecidedTaskView> decideTask(
      Optional<TradeId> trade,
      String id,
      TaskDecision decision,
      Actor actor,
      List<String> candidates) {
    return find(byId(id))
        .filter(task -> belongsTo(trade, task))
        .map(task -> decide(task, decision, actor, candidates))
        .orElseGet(TaskCompletion::unknown);
  }

  /** Decides the task of a procedure that has but one. */
  Answer<DecidedTaskView> decideCase(
      String instance, TaskDecision decision, Actor actor, List<String> candidates) {
    return find(tasks().processInstanceId(instance))
        .map(task -> decide(task, decision, actor, candidates))
        .orElseGet(TaskCompletion::unknown);
  }

  private Answer<DecidedTaskView> decide(
      HistoricTaskInstance task, TaskDecision decision, Actor actor, List<String> candidates) {
    if (!isFor(candidates, task)) {
      return Answer.refused(TASK_NOT_YOURS, "the task is for another role or another party");
    }
    try {
      return ProcessLock.holding(
          engine, task.getProcessInstanceId(), () -> decideAlone(task.getId(), decision, actor));
    } catch (RuntimeException failure) {
      return RefusedServiceTask.reasonsIn(failure)
          .map(Answer::<DecidedTaskView>refused)
          .orElseThrow(() -> failure);
    }
  }

  // Read again under the lock: whoever held it before may have decided.
  private Answer<DecidedTaskView> decideAlone(String id, TaskDecision decision, Actor actor) {
    HistoricTaskInstance task = find(byId(id)).orElseThrow();
    if (task.getEndTime() != null) {
      return again(task, decision, actor);
    }
    Optional<Answer<DecidedTaskView>> refusal = refusal(task, decision, actor);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Map<String, Object> facts = facts(task, decision, actor);
    engine.getRuntimeService().removeVariables(task.getProcessInstanceId(), untold(task, decision));
    engine.getTaskService().complete(id, actor.account().toString(), facts);
    return Answer.done(decided(task, facts));
  }

  // What was told with a proposal that came back is not said by the next one.
  private List<String> untold(HistoricTaskInstance task, TaskDecision decision) {
    return models.details(task).stream()
        .filter(detail -> !decision.details().containsKey(detail))
        .toList();
  }

  private Optional<Answer<DecidedTaskView>> refusal(
      HistoricTaskInstance task, TaskDecision decision, Actor actor) {
    if (hasActedBefore(actor, task)) {
      return Optional.of(
          Answer.refused(FOUR_EYES, "whoever submitted or reviewed may not approve"));
    }
    return fault(task, decision);
  }

  private Optional<Answer<DecidedTaskView>> fault(
      HistoricTaskInstance task, TaskDecision decision) {
    Optional<Outcome> way =
        models.outcomes(task).stream()
            .filter(each -> each.id().equals(decision.outcome()))
            .findFirst();
    if (way.isEmpty()) {
      return Optional.of(Answer.refused(OUTCOME_UNKNOWN, "the task does not offer this outcome"));
    }
    if (way.get().needsReason() && decision.opinion().isBlank()) {
      String detail = "say why it is decided so: " + way.get().name();
      return Optional.of(Answer.refused(OPINION_MISSING, detail));
    }
    if (!models.details(task).containsAll(decision.details().keySet())) {
      return Optional.of(
          Answer.refused(DETAIL_UNKNOWN, "the task does not ask for all these details"));
    }
    return decision.isTooLong()
        ? Optional.of(Answer.refused(DECISION_TOO_LONG, "the opinion or a detail is too long"))
        : Optional.empty();
  }

  private boolean hasActedBefore(Actor actor, HistoricTaskInstance task) {
    Map<String, Object> facts = task.getProcessVariables();
    return models.excepted(task).stream()
        .anyMatch(by -> actor.account().toString().equals(facts.get(by)));
  }

  private static Answer<DecidedTaskView> again(
      HistoricTaskInstance task, TaskDecision decision, Actor actor) {
    Map<String, Object> known = task.getProcessVariables();
    if (!known.containsKey(task.getTaskDefinitionKey() + Progress.BY)) {
      return Answer.refused(TASK_DECIDED, "the task was withdrawn");
    }
    DecidedTaskView before = decided(task, known);
    return before.by().equals(actor.account()) && before.outcome().equals(decision.outcome())
        ? Answer.done(before)
        : Answer.refused(TASK_DECIDED, "the task is decided already");
  }

  private static Answer<DecidedTaskView> unknown() {
    return Answer.refused(TASK_UNKNOWN, "no such task");
  }

  private static Map<String, Object> facts(
      HistoricTaskInstance task, TaskDecision decision, Actor actor) {
    String act = task.getTaskDefinitionKey();
    Map<String, Object> facts = new HashMap<>(decision.details());
    facts.put(act + Progress.OUTCOME, decision.outcome());
    facts.put(act + Progress.OPINION, decision.opinion());
    facts.put(act + Progress.BY, actor.account().toString());
    facts.put(act + Progress.FOR, actor.party().toString());
    facts.put(Progress.LAST, act);
    return facts;
  }

  private static DecidedTaskView decided(HistoricTaskInstance task, Map<String, Object> facts) {
    String act = task.getTaskDefinitionKey();
    return new DecidedTaskView(
        task.getId(),
        act,
        task.getName(),
        String.valueOf(task.getProcessVariables().get(Progress.KEY)),
        String.valueOf(facts.get(act + Progress.OUTCOME)),
        String.valueOf(facts.get(act + Progress.OPINION)),
        AccountId.parse(String.valueOf(facts.get(act + Progress.BY))));
  }

  private HistoricTaskInstanceQuery tasks() {
    return engine.getHistoryService().createHistoricTaskInstanceQuery();
  }

  private HistoricTaskInstanceQuery byId(String id) {
    return tasks().taskId(id);
  }

  private static Optional<HistoricTaskInstance> find(HistoricTaskInstanceQuery query) {
    return Optional.ofNullable(
        query.includeProcessVariables().includeIdentityLinks().singleResult());
  }

  private static boolean belongsTo(Optional<TradeId> trade, HistoricTaskInstance task) {
    Object of = task.getProcessVariables().get(Progress.TRADE);
    return trade.map(named -> named.code().equals(of)).orElse(true);
  }

  private static boolean isFor(List<String> candidates, HistoricTaskInstance task) {
    return task.getIdentityLinks().stream()
        .map(IdentityLinkInfo::getGroupId)
        .anyMatch(candidates::contains);
  }
}
