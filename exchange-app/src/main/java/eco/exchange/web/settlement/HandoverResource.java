package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.handover.HandoverView;
import eco.exchange.settlement.handover.Handovers;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The handing over of what was sold, and the registration of the right. */
@Path("/api/v1")
class HandoverResource {

  private final Contracts contracts;
  private final Handovers handovers;
  private final CurrentActor caller;

  HandoverResource(Contracts contracts, Handovers handovers, CurrentActor caller) {
    this.contracts = contracts;
    this.handovers = handovers;
    this.caller = caller;
  }

  /**
   * The body of a note.
   *
   * @param step HANDED_OVER or REGISTERED
   * @param on the day
   * @param document the number of the paper that proves it
   */
  record NewStep(HandoverView.Step step, LocalDate on, @Size(max = 200) String document) {}

  /** Notes a step. */
  @POST
  @Path("trades/{trade}/handover")
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<HandoverView> note(@PathParam("trade") TradeId trade, @Valid NewStep body) {
    Actor officer = caller.actor();
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .chain(
            contract ->
                handovers.note(
                    contract.contract(), body.step(), body.on(), body.document(), officer))
        .map(Problems::done);
  }

  /** The steps that were taken, for the two parties and for those who watch over the market. */
  @GET
  @Path("trades/{trade}/handover")
  @Authenticated
  public Uni<List<HandoverView>> steps(@PathParam("trade") TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts
        .contractOf(trade)
        .map(found -> found.filter(onlookers::maySee))
        .map(Problems::found)
        .chain(contract -> handovers.steps(contract.contract()));
  }
}
