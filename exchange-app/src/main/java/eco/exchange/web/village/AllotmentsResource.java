package eco.exchange.web.village;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.allotment.AllotmentView;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.allotment.HeldView;
import eco.exchange.settlement.allotment.MemberAccountView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.ViewingRights;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/**
 * The allotments of the members' part, member by member, for the collective and for those who
 * watch.
 */
@Path("/api/v1/trades/{trade}/payees/{payee}")
class AllotmentsResource {

  private final Contracts contracts;
  private final Collectives collectives;
  private final Allotments allotments;
  private final Banking banking;
  private final CurrentActor caller;

  AllotmentsResource(
      Contracts contracts,
      Collectives collectives,
      Allotments allotments,
      Banking banking,
      CurrentActor caller) {
    this.contracts = contracts;
    this.collectives = collectives;
    this.allotments = allotments;
    this.banking = banking;
    this.caller = caller;
  }

  /** The allotments, oldest first. */
  @GET
  @Path("allotments")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<AllotmentView>> allotments(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> allotments.allotments(contract, payee));
  }

  /** Whose part is kept, because no account is known or the bank could not pay to it. */
  @GET
  @Path("held")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<HeldView>> held(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> allotments.held(contract, payee));
  }

  /** Where the members are paid, with names and numbers masked. */
  @GET
  @Path("accounts")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<MemberAccountView>> accounts(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> allotments.accounts(contract, payee));
  }

  /** The payments to the members and where they stand, oldest first. */
  @GET
  @Path("payments")
  @RolesAllowed({Roles.VILLAGE, Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<PaymentView>> payments(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return seen(trade, payee).chain(contract -> banking.paymentsOfMembers(contract, payee));
  }

  private Uni<ContractId> seen(TradeId trade, String payee) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contract(trade)
        .chain(
            contract ->
                collectives
                    .beneficiary(contract, payee)
                    .map(found -> found.filter(it -> onlookers.maySee(it.collective().id())))
                    .map(Problems::found)
                    .replaceWith(contract));
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
