package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The payments that the transferee owes: the price, then each year's share of the business. */
@Path("/api/v1")
class RevenueResource {

  private final Contracts contracts;
  private final Revenues revenues;
  private final Receipts receipts;
  private final CurrentActor caller;

  RevenueResource(Contracts contracts, Revenues revenues, Receipts receipts, CurrentActor caller) {
    this.contracts = contracts;
    this.revenues = revenues;
    this.receipts = receipts;
    this.caller = caller;
  }

  /** The body of a report of one year's revenue. */
  record NewReport(
      @Min(2000) @Max(2200) int year, Money revenue, @Size(max = 500) String evidence) {}

  /** Where the caller pays the price, and whether it has arrived. */
  @GET
  @Path("trades/{trade}/price-account")
  @RolesAllowed(Roles.BIDDER)
  public Uni<SubAccountView> priceAccount(@PathParam("trade") TradeId trade) {
    return receipts
        .subAccountOf(trade, caller.party(), SubAccountPurpose.PRICE)
        .map(Problems::found);
  }

  /** Where the caller pays the penalties for a price or revenues that came late, oldest first. */
  @GET
  @Path("trades/{trade}/penalty-accounts")
  @RolesAllowed(Roles.BIDDER)
  public Uni<List<SubAccountView>> penaltyAccounts(@PathParam("trade") TradeId trade) {
    return receipts.subAccountsOf(trade, caller.party(), SubAccountPurpose.PENALTY);
  }

  /**
   * Reports a year's revenue, or corrects the report as long as its money has not come in; the
   * answer tells the sub-account to which it is paid.
   */
  @POST
  @Path("trades/{trade}/revenue-reports")
  @RolesAllowed(Roles.BIDDER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<RevenueView> report(@PathParam("trade") TradeId trade, @Valid NewReport body) {
    Actor operator = caller.actor();
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(
            contract ->
                new ReportRevenue(
                    contract.contract(), body.year(), body.revenue(), body.evidence()))
        .chain(report -> revenues.report(report, operator))
        .map(Problems::done);
  }

  /** Every report and correction, for the two parties and for those who watch over the market. */
  @GET
  @Path("trades/{trade}/revenue-reports")
  @Authenticated
  public Uni<List<RevenueView>> reports(@PathParam("trade") TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts
        .contractOf(trade)
        .map(found -> found.filter(onlookers::maySee))
        .map(Problems::found)
        .chain(contract -> revenues.revenues(contract.contract()));
  }
}
