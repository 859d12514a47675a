package eco.exchange.web.bidding;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.award.LapseCause;
import eco.exchange.bidding.award.LapseView;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** The award of a lot, for its winner and the centre, and how it may lapse. */
@Path("/api/v1/trades/{trade}/award")
class AwardsResource {

  private static final int OPINION_MAX = 2_000;

  private final Awards awards;
  private final CurrentActor caller;

  AwardsResource(Awards awards, CurrentActor caller) {
    this.awards = awards;
    this.caller = caller;
  }

  /** The body of a proposal that an award lapses. */
  record NewLapse(LapseCause cause, @Size(min = 1, max = OPINION_MAX) String opinion) {}

  /** The latest award. */
  @GET
  @Authenticated
  public Uni<AwardView> award(@PathParam("trade") TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return awards
        .award(trade)
        .map(found -> found.filter(award -> onlookers.maySee(award.winner())))
        .map(Problems::found);
  }

  /** Proposes that the award lapses; another person decides about it. */
  @POST
  @Path("lapses")
  @RolesAllowed(Roles.OFFICER)
  @ResponseStatus(201)
  public Uni<LapseView> propose(@PathParam("trade") TradeId trade, @Valid NewLapse body) {
    return awards
        .proposeLapse(trade, body.cause(), body.opinion(), caller.actor())
        .map(Problems::done);
  }
}
