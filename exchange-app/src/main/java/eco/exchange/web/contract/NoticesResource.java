package eco.exchange.web.contract;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.contract.PaperView;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.sharing.Disbursements;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Occasion;
import eco.exchange.tradefile.paper.CentrePapers;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The papers that are for everybody, and whether a paper is known. */
@Path("/api/v1")
@PermitAll
class NoticesResource {

  private static final int NUMBER_MAX = 200;

  private final Contracts contracts;
  private final Disbursements disbursements;
  private final CentrePapers desk;

  NoticesResource(Contracts contracts, Disbursements disbursements, CentrePapers desk) {
    this.contracts = contracts;
    this.disbursements = disbursements;
    this.desk = desk;
  }

  /** The notice by which a right is offered (出让公告). */
  @GET
  @Path("trades/{trade}/notice.pdf")
  @Produces(PaperResponse.PDF)
  public Uni<Response> notice(@PathParam("trade") TradeId trade) {
    return desk.notice(trade)
        .map(Problems::found)
        .chain(contracts::issue)
        .map(pdf -> PaperResponse.paper(pdf, trade + "-notice.pdf"));
  }

  /** What the village is told of a distribution (村民公示). */
  @GET
  @Path("trades/{trade}/distributions/{income}/{occasion}/notice.pdf")
  @Produces(PaperResponse.PDF)
  public Uni<Response> villagersNotice(
      @PathParam("trade") TradeId trade,
      @PathParam("income") Income income,
      @PathParam("occasion") Occasion occasion) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(ContractView::contract)
        .chain(contract -> disbursements.distribution(contract, income, occasion))
        .map(Problems::found)
        .chain(desk::villagersNotice)
        .chain(contracts::issue)
        .map(
            pdf ->
                PaperResponse.paper(pdf, "%s-%s-%s-notice.pdf".formatted(trade, income, occasion)));
  }

  /** What is known of the paper of a number; its hash is to be compared with the printed one. */
  @GET
  @Path("papers/{number}")
  public Uni<PaperView> known(@PathParam("number") String number) {
    return number.length() > NUMBER_MAX
        ? Uni.createFrom().failure(() -> Problems.unfit("number", "too long"))
        : contracts.known(number).map(Problems::found);
  }
}
