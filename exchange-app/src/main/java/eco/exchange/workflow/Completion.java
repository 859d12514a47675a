package eco.exchange.workflow;

import static eco.exchange.workflow.WorkflowRefusal.DECISION_TOO_LONG;
import static eco.exchange.workflow.WorkflowRefusal.DETAIL_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.FOUR_EYES;
import static eco.exchange.workflow.WorkflowRefusal.OUTCOME_UNKNOWN;
import static eco.exchange.workflow.WorkflowRefusal.TASK_DECIDED;
import static eco.exchange.workflow.WorkflowRefusal.TASK_NOT_YOURS;
import static eco.exchange.workflow.WorkflowRefusal.TASK_UNKNOWN;

import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.TradeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flowable.engine.ProcessEngine;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.task.api.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;

/** Takes the decision of a task, with everything that follows from it at once. */
record Completion(ProcessEngine engine, Models models, TodoList todo) {

  Answer<TaskView> complete(
      Optional<TradeId> trade, String id, Decision decision, Actor actor, List<String> candidates) {
    HistoricTaskInstance known = find(id);
    if (known == null || !belongsTo(trade, known)) {
      return Answer.refused(TASK_UNKNOWN, "没有这项待办");
    }
    if (!isFor(candidates, known)) {
      return Answer.refused(TASK_NOT_YOURS, "这项待办由其他人员办理");
    }
    try {
      return ProcessLock.holding(
          engine, known.getProcessInstanceId(), () -> decide(id, decision, actor));
    } catch (RuntimeException failure) {
      return StepRefused.reasonsIn(failure)
          .map(Answer::<TaskView>refused)
          .orElseThrow(() -> failure);
    }
  }

  private Answer<TaskView> decide(String id, Decision decision, Actor actor) {
    HistoricTaskInstance task = find(id);
    if (task == null) {
      return Answer.refused(TASK_UNKNOWN, "没有这项待办");
    }
    if (task.getEndTime() != null) {
      return again(task, decision, actor);
    }
    Optional<Answer<TaskView>> refusal = refusal(task, decision, actor);
    if (refusal.isEmpty()) {
      engine
          .getTaskService()
          .complete(id, actor.account().toString(), facts(task, decision, actor));
    }
    return refusal.orElseGet(() -> Answer.done(todo.view(task)));
  }

  private Optional<Answer<TaskView>> refusal(
      HistoricTaskInstance task, Decision decision, Actor actor) {
    Map<String, Object> facts = task.getProcessVariables();
    if (models.excepted(task).stream()
        .anyMatch(by -> actor.account().toString().equals(facts.get(by)))) {
      return Optional.of(Answer.refused(FOUR_EYES, "提交人或初审人不得复核"));
    }
    if (models.outcomes(task).stream()
        .noneMatch(offered -> offered.id().equals(decision.outcome()))) {
      return Optional.of(Answer.refused(OUTCOME_UNKNOWN, "没有这种结论: " + decision.outcome()));
    }
    if (!models.details(task).containsAll(decision.details().keySet())) {
      return Optional.of(Answer.refused(DETAIL_UNKNOWN, "多余的内容: " + decision.details().keySet()));
    }
    return isTooLong(decision)
        ? Optional.of(
            Answer.refused(DECISION_TOO_LONG, "意见不得超过%d字".formatted(Decision.OPINION_MAX)))
        : Optional.empty();
  }

  private static boolean isTooLong(Decision decision) {
    return decision.opinion().length() > Decision.OPINION_MAX
        || decision.details().values().stream()
            .anyMatch(text -> text.length() > Decision.DETAIL_MAX);
  }

  private Answer<TaskView> again(HistoricTaskInstance task, Decision decision, Actor actor) {
    Map<String, Object> facts = task.getProcessVariables();
    String act = task.getTaskDefinitionKey();
    boolean same =
        actor.account().toString().equals(facts.get(act + Progress.BY))
            && decision.outcome().equals(facts.get(act + Progress.OUTCOME));
    return same ? Answer.done(todo.view(task)) : Answer.refused(TASK_DECIDED, "这项待办已经办结");
  }

  private static Map<String, Object> facts(
      HistoricTaskInstance task, Decision decision, Actor actor) {
    String act = task.getTaskDefinitionKey();
    Map<String, Object> facts = new HashMap<>(decision.details());
    facts.put(act + Progress.OUTCOME, decision.outcome());
    facts.put(act + Progress.OPINION, decision.opinion());
    facts.put(act + Progress.BY, actor.account().toString());
    facts.put(act + Progress.FOR, actor.party().toString());
    facts.put(Progress.LAST, act);
    return facts;
  }

  private @Nullable HistoricTaskInstance find(String id) {
    return engine
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .taskId(id)
        .includeProcessVariables()
        .includeIdentityLinks()
        .singleResult();
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
