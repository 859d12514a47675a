package eco.exchange.web.work;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.workflow.CaseView;
import eco.exchange.workflow.DecidedTaskView;
import eco.exchange.workflow.TaskDecision;
import eco.exchange.workflow.TaskView;
import eco.exchange.workflow.Workflow;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks that wait for a person, and the record of what was decided. */
@Path("/api/v1")
class TasksResource {

  private final Workflow workflow;
  private final CurrentActor caller;

  TasksResource(Workflow workflow, CurrentActor caller) {
    this.workflow = workflow;
    this.caller = caller;
  }

  /** The body of a decision. */
  record NewDecision(
      @Size(min = 1, max = 50) String outcome,
      Optional<@Size(max = TaskDecision.OPINION_MAX) String> opinion,
      Optional<@Size(max = 10) Map<String, String>> details) {

    TaskDecision decision() {
      return new TaskDecision(outcome, opinion.orElse(""), details.orElse(Map.of()));
    }
  }

  /** The caller's to-do list, the longest waiting first. */
  @GET
  @Path("tasks")
  @Authenticated
  public Uni<Page<TaskView>> tasks(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return list(Optional.empty(), after, limit);
  }

  /** The caller's to-do list in one trade. */
  @GET
  @Path("trades/{trade}/tasks")
  @Authenticated
  public Uni<Page<TaskView>> tasks(
      @PathParam("trade") TradeId trade,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return list(Optional.of(trade), after, limit);
  }

  /** Decides a task; the same decision again is told as it was answered. */
  @POST
  @Path("trades/{trade}/tasks/{task}")
  @Authenticated
  public Uni<DecidedTaskView> decide(
      @PathParam("trade") TradeId trade,
      @PathParam("task") @Size(max = 64) String task,
      @Valid NewDecision body) {
    return decide(Optional.of(trade), task, body);
  }

  /** Decides a task that belongs to no trade, for example about a stray receipt. */
  @POST
  @Path("tasks/{task}")
  @Authenticated
  public Uni<DecidedTaskView> decide(
      @PathParam("task") @Size(max = 64) String task, @Valid NewDecision body) {
    return decide(Optional.empty(), task, body);
  }

  /** Who decided what in a trade, and when, in the order in which the procedures began. */
  @GET
  @Path("trades/{trade}/records")
  @RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<Page<CaseView>> records(
      @PathParam("trade") TradeId trade,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return workflow.records(trade, Cursors.read(after), limit).map(Cursors::page);
  }

  private Uni<Page<TaskView>> list(Optional<TradeId> trade, @Nullable String after, int limit) {
    return workflow
        .tasks(caller.actor(), roles(), trade, Cursors.read(after), limit)
        .map(Cursors::page);
  }

  private Uni<DecidedTaskView> decide(Optional<TradeId> trade, String task, NewDecision body) {
    return workflow
        .complete(trade, task, body.decision(), caller.actor(), roles())
        .map(Problems::done);
  }

  private Set<String> roles() {
    return caller.roles().stream().map(Enum::name).collect(Collectors.toSet());
  }
}
