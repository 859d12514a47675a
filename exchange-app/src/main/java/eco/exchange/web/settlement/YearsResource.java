package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Page;
import eco.exchange.settlement.year.LeftOutView;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.settlement.year.YearRunView;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Procedure;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Whole years: shared in a run, and in the end closed. */
@Path("/api/v1/years/{year}")
class YearsResource {

  private final Workflow workflow;
  private final YearEnd yearEnd;
  private final CurrentActor caller;

  YearsResource(Workflow workflow, YearEnd yearEnd, CurrentActor caller) {
    this.workflow = workflow;
    this.yearEnd = yearEnd;
    this.caller = caller;
  }

  /** What is under way. */
  record Closing(int year) {}

  /**
   * Proposes to share every revenue of a year that has come in; somebody else must confirm it.
   * While a run waits or is under way, that one is answered.
   */
  @POST
  @Path("distribution-runs")
  @RolesAllowed(Roles.OFFICER)
  @ResponseStatus(202)
  public Uni<YearRunView> propose(@PathParam("year") int year) {
    return yearEnd
        .propose(year, caller.actor())
        .map(Problems::done)
        .call(run -> workflow.begin(asked(run)));
  }

  private static NewCase asked(YearRunView run) {
    return new NewCase(
        Procedure.YEAR_DISTRIBUTION,
        Long.toString(run.run()),
        Map.of(
            "run",
            Long.toString(run.run()),
            "year",
            Integer.toString(run.year()),
            Progress.SUBMITTED_BY,
            run.proposedBy().toString()));
  }

  /** The runs of a year, latest first. */
  @GET
  @Path("distribution-runs")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<YearRunView>> runs(@PathParam("year") int year) {
    return yearEnd.runs(year);
  }

  /** The contracts that a run has left out, each to be seen to by itself. */
  @GET
  @Path("distribution-runs/{run}/left-out")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<Page<LeftOutView>> leftOut(
      @PathParam("year") int year,
      @PathParam("run") long run,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return yearEnd.leftOut(run, Cursors.read(after), limit).map(Cursors::page);
  }

  /** Asks for a year to be closed; somebody else must confirm it. Asked again, nothing is new. */
  @POST
  @Path("closing")
  @RolesAllowed(Roles.OFFICER)
  @ResponseStatus(202)
  public Uni<Closing> close(@PathParam("year") int year) {
    Map<String, String> facts =
        Map.of(
            "year",
            Integer.toString(year),
            Progress.SUBMITTED_BY,
            caller.actor().account().toString());
    return workflow
        .begin(new NewCase(Procedure.YEAR_CLOSING, Integer.toString(year), facts))
        .replaceWith(new Closing(year));
  }
}
