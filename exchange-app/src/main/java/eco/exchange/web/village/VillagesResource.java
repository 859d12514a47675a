package eco.exchange.web.village;

import eco.exchange.market.PartyId;
import eco.exchange.market.PartyRef;
import eco.exchange.settlement.allotment.MemberStatementView;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** What villages should have got and have got; and to each villager, what it got itself. */
@Path("/api/v1")
@PermitAll
class VillagesResource {

  private final VillageAccounts accounts;

  VillagesResource(VillageAccounts accounts) {
    this.accounts = accounts;
  }

  /** The body of a villager's question: the personal code is the whole proof. */
  record Question(@Size(max = 40) String code) {

    @Override
    public String toString() {
      return "Question[]";
    }
  }

  /** The villages that are payees of any contract. */
  @GET
  @Path("villages")
  public Uni<List<PartyRef>> villages() {
    return accounts.villages();
  }

  /** The account of a village. */
  @GET
  @Path("villages/{village}")
  public Uni<VillageAccount> village(@PathParam("village") PartyId village) {
    return accounts.of(village).map(Problems::found);
  }

  /** The same as a table. */
  @GET
  @Path("villages/{village}/account.csv")
  @Produces(Csv.TYPE)
  public Uni<String> table(@PathParam("village") PartyId village) {
    return accounts.of(village).map(Problems::found).map(VillageAccount::csv);
  }

  /** What the asking villager was given, and why. A POST, so that the code is in no address. */
  @POST
  @Path("villagers/statement")
  public Uni<MemberStatementView> statement(@Valid Question body) {
    return accounts.statement(body.code()).map(Problems::found);
  }
}
