package eco.exchange.web.village;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.identity.secret.PersonVault;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.settlement.roster.RosterMemberView;
import eco.exchange.settlement.roster.RosterView;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The rosters of the members of collectives that are payees of a contract. */
@Path("/api/v1/trades/{trade}/payees/{payee}")
class RostersResource {

  private final Contracts contracts;
  private final Collectives collectives;
  private final Rosters rosters;
  private final PersonVault vault;
  private final AccountSeal seal;
  private final CurrentActor caller;
  private final Clock clock;

  RostersResource(
      Contracts contracts,
      Collectives collectives,
      Rosters rosters,
      PersonVault vault,
      AccountSeal seal,
      CurrentActor caller,
      Clock clock) {
    this.contracts = contracts;
    this.collectives = collectives;
    this.rosters = rosters;
    this.vault = vault;
    this.seal = seal;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Files a roster; it is shown for objections from now on. To read, check and seal a hundred
   * thousand persons takes seconds, for which no event loop is kept.
   */
  @POST
  @Blocking
  @Path("rosters")
  @RolesAllowed(Roles.VILLAGE)
  @Idempotent
  @ResponseStatus(201)
  public Uni<RosterView> file(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee, @Valid NewRoster body) {
    Actor by = caller.actor();
    LocalDate today = WorkingCalendar.dayOf(clock.instant());
    return contract(trade)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(contract -> body.sealed(contract, payee, vault, seal, today))
        .chain(roster -> rosters.file(roster, by))
        .map(Problems::done);
  }

  /** Every version of the roster, oldest first. */
  @GET
  @Path("rosters")
  @PermitAll
  public Uni<List<RosterView>> rosters(
      @PathParam("trade") TradeId trade, @PathParam("payee") String payee) {
    return contract(trade).chain(contract -> rosters.rosters(contract, payee));
  }

  /** The lines of a version, with masked names. */
  @GET
  @Path("rosters/{version}/members")
  @PermitAll
  public Uni<List<RosterMemberView>> members(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("version") int version) {
    return lines(trade, payee, version);
  }

  /** The same as a table. */
  @GET
  @Path("rosters/{version}/members.csv")
  @PermitAll
  @Produces(CsvTable.TYPE)
  public Uni<String> table(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("version") int version) {
    return lines(trade, payee, version)
        .map(
            lines ->
                CsvTable.table(
                    List.of("成员编号", "户号", "股份", "姓名", "校验码"),
                    lines.stream().map(RostersResource::row).toList()));
  }

  /** What a collective hands to a member: the personal code, by which it asks for its statement. */
  record Slip(String number, String shown, String code) {}

  /** The personal codes of the members, for their own collective to hand out. */
  @GET
  @Path("rosters/{version}/slips")
  @RolesAllowed(Roles.VILLAGE)
  public Uni<List<Slip>> slips(
      @PathParam("trade") TradeId trade,
      @PathParam("payee") String payee,
      @PathParam("version") int version) {
    PartyId own = caller.party();
    return contract(trade)
        .chain(
            contract ->
                collectives
                    .beneficiary(contract, payee)
                    .map(found -> found.filter(it -> it.collective().id().equals(own)))
                    .map(Problems::found)
                    .chain(it -> rosters.sealed(new RosterId(contract, payee, version))))
        .map(
            members ->
                members.stream()
                    .map(
                        member ->
                            new Slip(
                                member.number(),
                                member.shown(),
                                vault.code(member.sealed().blindIndex())))
                    .toList());
  }

  private Uni<List<RosterMemberView>> lines(TradeId trade, String payee, int version) {
    return contract(trade)
        .chain(contract -> rosters.members(new RosterId(contract, payee, version)));
  }

  private static List<String> row(RosterMemberView line) {
    return List.of(
        line.number(), line.household(), Long.toString(line.shares()), line.shown(), line.mark());
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
