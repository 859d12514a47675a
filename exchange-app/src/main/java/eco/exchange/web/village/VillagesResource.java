package eco.exchange.web.village;

import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.tradefile.village.VillageAccount;
import eco.exchange.tradefile.village.VillageAccounts;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The accounts of villages, for everybody: what they should have got and have got. */
@Path("/api/v1/villages")
@PermitAll
class VillagesResource {

  private final VillageAccounts accounts;

  VillagesResource(VillageAccounts accounts) {
    this.accounts = accounts;
  }

  /** The villages that are payees of any contract. */
  @GET
  public Uni<List<NamedParty>> villages() {
    return accounts.villages();
  }

  /** The account of a village. */
  @GET
  @Path("{village}")
  public Uni<VillageAccount> village(@PathParam("village") PartyId village) {
    return accounts.of(village).map(Problems::found);
  }

  /** The same as a table. */
  @GET
  @Path("{village}/account.csv")
  @Produces(CsvTable.TYPE)
  public Uni<String> table(@PathParam("village") PartyId village) {
    return accounts.of(village).map(Problems::found).map(VillageAccountTable::of);
  }
}
