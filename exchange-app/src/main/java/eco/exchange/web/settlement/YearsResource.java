package eco.exchange.web.settlement;

import eco.exchange.identity.Roles;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Procedure;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The closing of whole years. */
@Path("/api/v1/years")
class YearsResource {

  private final Workflow workflow;
  private final CurrentActor caller;

  YearsResource(Workflow workflow, CurrentActor caller) {
    this.workflow = workflow;
    this.caller = caller;
  }

  /** What is under way. */
  record Closing(int year) {}

  /** Asks for a year to be closed; somebody else must confirm it. Asked again, nothing is new. */
  @POST
  @Path("{year}/closing")
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
