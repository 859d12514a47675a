package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;

/** The freeze of deposits while a complaint is open, by order of the authority. */
@Path("/api/v1/trades/{trade}/deposits")
@RolesAllowed(Roles.SUPERVISOR)
class StandstillResource {

  private final Deposits deposits;
  private final CurrentActor caller;

  StandstillResource(Deposits deposits, CurrentActor caller) {
    this.deposits = deposits;
    this.caller = caller;
  }

  /**
   * The body of an order.
   *
   * @param bidder whose deposits; those of all bidders if nobody is named
   * @param document the number of the complaint, or of the decision about it
   */
  record Order(Optional<PartyId> bidder, @Size(max = 200) String document) {}

  /** Freezes the deposits of a trade that are held. */
  @POST
  @Path("freeze")
  @Idempotent
  public Uni<List<SubAccountView>> freeze(@PathParam("trade") TradeId trade, @Valid Order body) {
    return deposits
        .freeze(trade, body.bidder(), body.document(), caller.actor())
        .map(Problems::done);
  }

  /** Lets them go their way again. */
  @POST
  @Path("thaw")
  @Idempotent
  public Uni<List<SubAccountView>> thaw(@PathParam("trade") TradeId trade, @Valid Order body) {
    return deposits.thaw(trade, body.bidder(), body.document(), caller.actor()).map(Problems::done);
  }
}
