package eco.exchange.web.village;

import static java.util.stream.Collectors.toMap;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.identity.secret.PersonVault;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.allotment.MemberAccountView;
import eco.exchange.settlement.allotment.SupplyAccount;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.roster.RosterMember;
import eco.exchange.settlement.roster.RosterRefusal;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The accounts to which members are paid, told by their collective after the roster is fixed. */
@Path("/api/v1/trades/{trade}/payees/{payee}/members/{member}/account")
class MemberAccountsResource {

  private final Contracts contracts;
  private final Collectives collectives;
  private final Rosters rosters;
  private final Allotments allotments;
  private final PersonVault vault;
  private final AccountSeal seal;
  private final CurrentActor caller;

  MemberAccountsResource(
      Contracts contracts,
      Collectives collectives,
      Rosters rosters,
      Allotments allotments,
      PersonVault vault,
      AccountSeal seal,
      CurrentActor caller) {
    this.contracts = contracts;
    this.collectives = collectives;
    this.rosters = rosters;
    this.allotments = allotments;
    this.vault = vault;
    this.seal = seal;
    this.caller = caller;
  }

  /** Tells where a member is paid, or corrects it; what was kept is ordered to be paid. */
  @POST
  @RolesAllowed(Roles.VILLAGE)
  @Idempotent
  @ResponseStatus(201)
  public Uni<MemberAccountView> supply(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("member") String member,
      @Valid NewAccount body) {
    Actor by = caller.actor();
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(ContractView::contract)
        .call(contract -> isOwn(contract, payee, by))
        .chain(
            contract ->
                rosters
                    .household(contract, payee, member)
                    .map(household -> sealed(contract, payee, member, body, household)))
        .chain(account -> allotments.supplyAccount(account, by))
        .map(Problems::done);
  }

  // Asked before anything is opened: what is answered later would tell others who lives together.
  private Uni<Void> isOwn(ContractId contract, String payee, Actor by) {
    return collectives
        .beneficiary(contract, payee)
        .map(found -> found.filter(it -> it.collective().id().equals(by.party())))
        .map(
            own ->
                own.orElseThrow(
                    () ->
                        Problems.refused(
                            RosterRefusal.NOT_THE_COLLECTIVE, "its own collective tells it")))
        .replaceWithVoid();
  }

  private SupplyAccount sealed(
      ContractId contract,
      String payee,
      String member,
      NewAccount body,
      List<RosterMember> household) {
    String list = NewRoster.list(contract, payee);
    Map<String, String> names =
        household.stream()
            .collect(
                toMap(RosterMember::number, it -> vault.open(it.sealed().person(), list).name()));
    RosterMember own =
        household.stream()
            .filter(it -> it.number().equals(member))
            .findFirst()
            .orElseThrow(() -> Problems.refused(RosterRefusal.MEMBER_UNKNOWN, "no such member"));
    BankAccount account =
        body.account("", names.getOrDefault(member, ""), new HashSet<>(names.values()));
    return new SupplyAccount(
        contract, payee, member, seal.seal(account, list, own.sealed().blindIndex()));
  }
}
