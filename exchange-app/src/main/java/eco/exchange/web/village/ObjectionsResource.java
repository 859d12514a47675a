package eco.exchange.web.village;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.AccountId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.roster.ObjectionKind;
import eco.exchange.settlement.roster.ObjectionView;
import eco.exchange.settlement.roster.RaiseObjection;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.ViewingRights;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Objections to rosters that are shown: what officers write down, and what was said in all. */
@Path("/api/v1/trades/{trade}/payees/{payee}")
class ObjectionsResource {

  private final Contracts contracts;
  private final Collectives collectives;
  private final Rosters rosters;
  private final CurrentActor caller;

  ObjectionsResource(
      Contracts contracts, Collectives collectives, Rosters rosters, CurrentActor caller) {
    this.contracts = contracts;
    this.collectives = collectives;
    this.rosters = rosters;
    this.caller = caller;
  }

  /** The body of an objection that an officer writes down. */
  record Spoken(ObjectionKind kind, @Size(max = RaiseObjection.WORDS_MAX) String words) {}

  /** Writes down what somebody has said who has no code, for example because he is not listed. */
  @POST
  @Path("rosters/{version}/objections")
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<ObjectionView> write(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("version") int version,
      @Valid Spoken body) {
    AccountId officer = caller.actor().account();
    return roster(trade, payee, version)
        .map(
            roster ->
                new RaiseObjection(
                    roster, body.kind(), body.words(), Optional.of(officer), Optional.empty()))
        .chain(rosters::object)
        .map(Problems::done);
  }

  /** The objections to a roster, for its collective and for those who decide and watch. */
  @GET
  @Path("rosters/{version}/objections")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<ObjectionView>> objections(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("version") int version) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return roster(trade, payee, version)
        .chain(
            roster ->
                collectives
                    .beneficiary(roster.contract(), payee)
                    .map(found -> found.filter(it -> onlookers.maySee(it.collective().id())))
                    .map(Problems::found)
                    .chain(it -> rosters.objections(roster)));
  }

  private Uni<RosterId> roster(TradeId trade, String payee, int version) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(ContractView::contract)
        .map(contract -> new RosterId(contract, payee, version));
  }
}
