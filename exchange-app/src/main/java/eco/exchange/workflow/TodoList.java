package eco.exchange.workflow;

import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.common.engine.impl.runtime.Clock;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskInfo;
import org.flowable.task.api.TaskQuery;

/** The tasks that wait, the longest waiting first, as those see them who may decide them. */
record TodoList(TaskService tasks, ProcessModels models, Clock clock) {

  /** The tasks for any of these candidates. Blocks on the database. */
  Page<TaskView> waitingFor(
      List<String> candidates, Optional<TradeId> trade, Optional<String> after, int limit) {
    Optional<Place> from = after.flatMap(Place::parse);
    TaskQuery query = query(candidates, trade, from);
    List<Task> found = new ArrayList<>();
    int seen = 0;
    for (boolean more = true; more && found.size() <= limit; ) {
      List<Task> batch = query.listPage(seen, limit + 1);
      batch.stream().filter(task -> isAfter(task, from)).forEach(found::add);
      seen += batch.size();
      more = batch.size() > limit;
    }
    List<Task> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit ? Optional.of(Place.of(page.getLast()).text()) : Optional.empty();
    return new Page<>(page.stream().map(this::view).toList(), next);
  }

  /** A task as it is told, waiting or decided. */
  TaskView view(TaskInfo task) {
    Map<String, String> facts = Progress.facts(task.getProcessVariables());
    Optional<Date> due = Optional.ofNullable(task.getDueDate());
    return new TaskView(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        models.procedureOf(task),
        facts.getOrDefault(Progress.KEY, ""),
        Optional.ofNullable(facts.get(Progress.TRADE)).map(TradeId::new),
        task.getCreateTime().toInstant(),
        due.map(Date::toInstant),
        due.filter(moment -> !clock.getCurrentTime().before(moment)).isPresent(),
        models.outcomes(task),
        models.details(task),
        facts);
  }

  private TaskQuery query(List<String> candidates, Optional<TradeId> trade, Optional<Place> from) {
    TaskQuery query = tasks.createTaskQuery().taskCandidateGroupIn(candidates);
    trade.ifPresent(code -> query.processVariableValueEquals(Progress.TRADE, code.code()));
    from.ifPresent(place -> query.taskCreatedAfter(Date.from(place.since().minusMillis(1))));
    return query.includeProcessVariables().orderByTaskCreateTime().asc().orderByTaskId().asc();
  }

  private static boolean isAfter(Task task, Optional<Place> from) {
    return from.map(place -> Place.of(task).compareTo(place) > 0).orElse(true);
  }

  /** A place in the list; it stays where it is when tasks before it are decided. */
  private record Place(Instant since, String task) implements Comparable<Place> {

    private static final Pattern MARK = Pattern.compile("(\\d{1,18})\\.(.{1,64})");

    static Place of(Task task) {
      return new Place(task.getCreateTime().toInstant(), task.getId());
    }

    // A mark that says nothing leads to the beginning.
    static Optional<Place> parse(String text) {
      Matcher mark = MARK.matcher(text);
      return mark.matches()
          ? Optional.of(
              new Place(Instant.ofEpochMilli(Long.parseLong(mark.group(1))), mark.group(2)))
          : Optional.empty();
    }

    String text() {
      return since.toEpochMilli() + "." + task;
    }

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::since).thenComparing(Place::task).compare(this, other);
    }
  }
}
