package eco.exchange.workflow;

import eco.exchange.workflow.TaskView.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.bpmn.model.ExtensionElement;
import org.flowable.bpmn.model.FormProperty;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.RepositoryService;
import org.flowable.task.api.TaskInfo;

/**
 * The process models, read for what they say of their tasks: the picture that people see is the
 * rule that runs.
 */
record ProcessModels(RepositoryService repository) {

  private static final String OUTCOME = "outcome";
  private static final String FOUR_EYES = "fourEyes";
  private static final String REASON = "reason";

  /** The id of the procedure to which a task belongs. */
  String procedureOf(TaskInfo task) {
    return repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
  }

  /** What may be decided, and for which of it a reason must be given. */
  List<Outcome> outcomes(TaskInfo task) {
    Set<String> reasoned = named(task, REASON, "for");
    return fields(task)
        .filter(field -> field.getId().equals(OUTCOME))
        .flatMap(field -> field.getFormValues().stream())
        .map(value -> new Outcome(value.getId(), value.getName(), reasoned.contains(value.getId())))
        .toList();
  }

  /** What else may be told. */
  List<String> details(TaskInfo task) {
    return fields(task).map(FormProperty::getId).filter(id -> !id.equals(OUTCOME)).toList();
  }

  /** The facts whose accounts may not decide, because they have acted before. */
  Set<String> excepted(TaskInfo task) {
    return named(task, FOUR_EYES, "except");
  }

  /** The names that the rules of a kind give for a task. */
  private Set<String> named(TaskInfo task, String kind, String attribute) {
    List<ExtensionElement> rules =
        userTask(task).getExtensionElements().getOrDefault(kind, List.of());
    return rules.stream()
        .map(rule -> rule.getAttributeValue(null, attribute))
        .flatMap(names -> Stream.of(names.split(" ")))
        .collect(Collectors.toSet());
  }

  private Stream<FormProperty> fields(TaskInfo task) {
    return userTask(task).getFormProperties().stream();
  }

  private UserTask userTask(TaskInfo task) {
    return (UserTask)
        repository
            .getBpmnModel(task.getProcessDefinitionId())
            .getMainProcess()
            .getFlowElement(task.getTaskDefinitionKey());
  }
}
