package eco.exchange.workflow;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flowable.engine.ProcessEngine;

/**
 * The to-do lists of people: procedures are begun, everybody is told what to decide, and decisions
 * are taken.
 *
 * <p>The tables of the modules are the truth, a procedure is only the list of who must act next. A
 * decision is taken whole or not at all: if a door refuses what follows from it, the task waits as
 * before. The engine blocks, so every call goes to a worker thread.
 */
@ApplicationScoped
public class Workflow {

  private static final String PARTY = "party:";

  private final ProcedureStart beginnings;
  private final ProcedureEnd endings;
  private final TodoList todo;
  private final ProcedureRecords records;
  private final TaskCompletion completion;

  Workflow(ProcessEngine engine) {
    ProcessModels models = new ProcessModels(engine.getRepositoryService());
    this.beginnings = new ProcedureStart(engine.getRuntimeService(), engine.getHistoryService());
    this.endings = new ProcedureEnd(engine);
    this.todo =
        new TodoList(
            engine.getTaskService(), models, engine.getProcessEngineConfiguration().getClock());
    this.records = new ProcedureRecords(engine.getHistoryService());
    this.completion = new TaskCompletion(engine, models);
  }

  /** Begins the procedure of a case; once only, whoever asks and however often. */
  public Uni<Void> begin(NewCase asked) {
    return blocking(() -> beginnings.begin(asked)).replaceWithVoid();
  }

  /** Ends a procedure with its tasks, because its case has gone away; again changes nothing. */
  public Uni<Void> end(Procedure procedure, String key, String why) {
    String instance = ProcedureStart.instanceId(procedure, key);
    return blocking(() -> endings.end(instance, why)).replaceWithVoid();
  }

  /** The tasks that wait for a person with these roles, of one trade or of all. */
  public Uni<Page<TaskView>> tasks(
      Actor actor, Set<String> roles, Optional<TradeId> trade, Optional<String> after, int limit) {
    return blocking(() -> todo.waitingFor(candidates(actor, roles), trade, after, limit));
  }

  /**
   * Takes a decision; the same decision of the same person again changes nothing.
   *
   * @param trade the trade to which the task must belong, where the caller has named one
   * @param task the id of the task
   * @return the task as it was decided, or why nothing was decided: a reason of {@link
   *     WorkflowRefusal}, or the reasons of the door that was called
   */
  public Uni<Answer<DecidedTaskView>> complete(
      Optional<TradeId> trade, String task, TaskDecision decision, Actor actor, Set<String> roles) {
    return blocking(
        () -> completion.decideTask(trade, task, decision, actor, candidates(actor, roles)));
  }

  /** Takes a decision in the only task that a case has had, named by what the case is about. */
  public Uni<Answer<DecidedTaskView>> decide(
      Procedure procedure, String key, TaskDecision decision, Actor actor, Set<String> roles) {
    String instance = ProcedureStart.instanceId(procedure, key);
    return blocking(
        () -> completion.decideCase(instance, decision, actor, candidates(actor, roles)));
  }

  /** What was done in the procedures of a trade: who did what, and when. */
  public Uni<Page<CaseView>> records(TradeId trade, Optional<String> after, int limit) {
    return blocking(() -> records.of(trade, after, limit));
  }

  private static List<String> candidates(Actor actor, Set<String> roles) {
    return Stream.concat(roles.stream(), Stream.of(PARTY + actor.party())).toList();
  }

  private static <T> Uni<T> blocking(Callable<T> work) {
    return VertxContextSupport.executeBlocking(work);
  }
}
