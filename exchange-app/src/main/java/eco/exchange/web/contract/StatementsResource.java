package eco.exchange.web.contract;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.StatementView;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.StatementJson;
import eco.exchange.tradefile.paper.CentrePapers;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The distributions and their statements, for everybody: each distribution can be recomputed by
 * anybody who has the terms, and each payee's part is explained.
 */
@Path("/api/v1")
class StatementsResource {

  private final Contracts contracts;
  private final Disbursements disbursements;
  private final CentrePapers desk;
  private final CurrentActor caller;

  StatementsResource(
      Contracts contracts, Disbursements disbursements, CentrePapers desk, CurrentActor caller) {
    this.contracts = contracts;
    this.disbursements = disbursements;
    this.desk = desk;
    this.caller = caller;
  }

  /** The distributions of a trade, in the order in which they were made. */
  @GET
  @Path("trades/{trade}/distributions")
  @PermitAll
  public Uni<List<DistributionView>> distributions(@PathParam("trade") TradeId trade) {
    return contract(trade).chain(disbursements::distributions);
  }

  /** One distribution in the form that {@code ./exchange verify} recomputes. */
  @GET
  @Path("trades/{trade}/distributions/{income}/{occasion}")
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<String> distribution(
      @PathParam("trade") TradeId trade,
      @PathParam("income") Income income,
      @PathParam("occasion") Occasion occasion) {
    return contract(trade)
        .chain(contract -> disbursements.distribution(contract, income, occasion))
        .map(Problems::found)
        .map(DistributionView::statement)
        .map(StatementJson::write);
  }

  /** The statement of one payee. */
  @GET
  @Path("trades/{trade}/statements/{income}/{occasion}/{payee}")
  @PermitAll
  public Uni<StatementSheet> statement(
      @PathParam("trade") TradeId trade,
      @PathParam("income") Income income,
      @PathParam("occasion") Occasion occasion,
      @PathParam("payee") String payee) {
    return find(trade, income, occasion, payee).map(StatementSheet::of);
  }

  /** The same on paper, sealed by the centre, for the parties and those who watch. */
  @GET
  @Path("trades/{trade}/statements/{income}/{occasion}/{payee}/statement.pdf")
  @Authenticated
  @Produces(PaperResponse.PDF)
  public Uni<Response> paper(
      @PathParam("trade") TradeId trade,
      @PathParam("income") Income income,
      @PathParam("occasion") Occasion occasion,
      @PathParam("payee") String payee) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts
        .contractOf(trade)
        .map(found -> found.filter(onlookers::maySee))
        .map(Problems::found)
        .chain(contract -> disbursements.statement(contract.contract(), income, occasion, payee))
        .map(Problems::found)
        .chain(desk::statement)
        .chain(contracts::issue)
        .map(pdf -> PaperResponse.paper(pdf, "%s-%s-%s.pdf".formatted(trade, income, occasion)));
  }

  private Uni<StatementView> find(TradeId trade, Income income, Occasion occasion, String payee) {
    return contract(trade)
        .chain(contract -> disbursements.statement(contract, income, occasion, payee))
        .map(Problems::found);
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
