package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.RevenueDefaultView;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Revenue that does not come, for everybody to read. */
@Path("/api/v1")
class DefaultsResource {

  private final Contracts contracts;
  private final Arrears arrears;

  DefaultsResource(Contracts contracts, Arrears arrears) {
    this.contracts = contracts;
    this.arrears = arrears;
  }

  /** What was noted of a trade's contract: reminders, what is overdue, breaches; oldest first. */
  @GET
  @Path("trades/{trade}/revenue-defaults")
  @PermitAll
  public Uni<List<RevenueDefaultView>> defaults(@PathParam("trade") TradeId trade) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(ContractView::contract)
        .chain(arrears::ofRevenues);
  }
}
