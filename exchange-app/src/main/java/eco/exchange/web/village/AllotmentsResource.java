package eco.exchange.web.village;

import eco.exchange.contracts.ContractView;
import eco.exchange.contracts.Contracts;
import eco.exchange.identity.Roles;
import eco.exchange.identity.secret.PersonVault;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.allotment.AllotmentView;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.allotment.HeldView;
import eco.exchange.settlement.allotment.SupplyAccount;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.trade.Onlookers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * How the members' part was split, member by member, for the collective and for those who watch.
 */
@Path("/api/v1/trades/{trade}/payees/{payee}")
class AllotmentsResource {

  private final Contracts contracts;
  private final Rosters rosters;
  private final Allotments allotments;
  private final PersonVault vault;
  private final CurrentActor caller;

  AllotmentsResource(
      Contracts contracts,
      Rosters rosters,
      Allotments allotments,
      PersonVault vault,
      CurrentActor caller) {
    this.contracts = contracts;
    this.rosters = rosters;
    this.allotments = allotments;
    this.vault = vault;
    this.caller = caller;
  }

  /** The body that tells the account of a member. */
  record NewAccount(@Pattern(regexp = "[0-9]{8,30}") String account) {

    @Override
    public String toString() {
      return "NewAccount[]";
    }
  }

  /** The allotments, oldest first. */
  @GET
  @Path("allotments")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<AllotmentView>> allotments(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> allotments.allotments(contract, payee));
  }

  /** Whose part is kept because no account is known. */
  @GET
  @Path("held")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<HeldView>> held(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> allotments.held(contract, payee));
  }

  /** Tells the account of a member; what was kept is ordered to be paid. */
  @POST
  @Path("members/{member}/account")
  @RolesAllowed(Roles.VILLAGE)
  @Idempotent
  @ResponseStatus(201)
  public Uni<HeldView> supply(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("member") String member,
      @Valid NewAccount body) {
    Actor by = caller.actor();
    return contract(trade)
        .map(
            contract ->
                new SupplyAccount(
                    contract,
                    payee,
                    member,
                    vault.sealText(body.account(), NewRoster.list(contract, payee))))
        .chain(account -> allotments.supplyAccount(account, by))
        .map(Problems::done);
  }

  private Uni<ContractId> seen(TradeId trade, String payee) {
    Onlookers onlookers = Onlookers.of(caller);
    return contract(trade)
        .chain(
            contract ->
                rosters
                    .beneficiary(contract, payee)
                    .map(found -> found.filter(it -> onlookers.maySee(it.collective().id())))
                    .map(Problems::found)
                    .replaceWith(contract));
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
