package eco.exchange.web.village;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Accounts;
import eco.exchange.identity.account.PartyKind;
import eco.exchange.identity.account.PartyView;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.collective.BeneficiaryView;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.NameCollective;
import eco.exchange.settlement.collective.NamingView;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The collectives that are payees of a contract: named here, confirmed as a task by another. */
@Path("/api/v1/trades/{trade}/payees/{payee}/collective")
class CollectivesResource {

  private final Contracts contracts;
  private final Collectives collectives;
  private final Accounts accounts;
  private final CurrentActor caller;

  CollectivesResource(
      Contracts contracts, Collectives collectives, Accounts accounts, CurrentActor caller) {
    this.contracts = contracts;
    this.collectives = collectives;
    this.accounts = accounts;
    this.caller = caller;
  }

  /** The body that names a collective, and says by what that is known. */
  record NewCollective(PartyId party, @Size(max = NameCollective.REASON_MAX) String reason) {}

  /** Names the collective that a payee is, or another one than before. */
  @POST
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<NamingView> name(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @Valid NewCollective body) {
    Actor officer = caller.actor();
    return accounts
        .party(body.party())
        .map(found -> found.filter(party -> party.kind() == PartyKind.COLLECTIVE))
        .map(found -> found.orElseThrow(() -> Problems.unfit("party", "must be a collective")))
        .map(PartyView::ref)
        .chain(
            collective ->
                contract(trade)
                    .map(contract -> new NameCollective(contract, payee, collective, body.reason()))
                    .chain(named -> collectives.name(named, officer)))
        .map(Problems::done);
  }

  /** Which collective a payee is, as two persons have said. */
  @GET
  @PermitAll
  public Uni<BeneficiaryView> collective(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return contract(trade)
        .chain(contract -> collectives.beneficiary(contract, payee))
        .map(Problems::found);
  }

  /** Every naming with its reason, for those who decide and those who watch. */
  @GET
  @Path("namings")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<NamingView>> namings(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return contract(trade).chain(contract -> collectives.namings(contract, payee));
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
