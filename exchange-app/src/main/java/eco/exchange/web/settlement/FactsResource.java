package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.FactsView;
import eco.exchange.settlement.distribution.NoteFacts;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.sharing.Occasion;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The facts that the centre learns before an income is shared: monitoring and pledges. */
@Path("/api/v1")
class FactsResource {

  private final Contracts contracts;
  private final Revenues revenues;
  private final CurrentActor caller;

  FactsResource(Contracts contracts, Revenues revenues, CurrentActor caller) {
    this.contracts = contracts;
    this.revenues = revenues;
    this.caller = caller;
  }

  /** The body of a note. */
  record NewFacts(
      @NotNull Occasion occasion,
      Optional<@Min(0) @Max(1_000_000) Integer> erosion,
      @Size(max = 64) Map<String, Money> pledgeDue,
      @Size(max = 500) String evidence) {}

  /** Notes the facts of an occasion. */
  @POST
  @Path("trades/{trade}/occasion-facts")
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<FactsView> note(@PathParam("trade") TradeId trade, @Valid NewFacts body) {
    Actor officer = caller.actor();
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(
            contract ->
                new NoteFacts(
                    contract.contract(),
                    body.occasion(),
                    body.erosion(),
                    body.pledgeDue(),
                    body.evidence()))
        .chain(facts -> revenues.noteFacts(facts, officer))
        .map(Problems::done);
  }
}
