package eco.exchange.web.bidding;

import eco.exchange.bidding.application.Application;
import eco.exchange.bidding.application.ApplicationView;
import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.application.PaddleView;
import eco.exchange.bidding.application.PriorityClaim;
import eco.exchange.bidding.application.RelationView;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.RequestKey;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The applications to bid, and what an applicant gets: a deposit account, then a paddle. */
@Path("/api/v1")
class ApplicationsResource {

  private final Applications applications;
  private final Receipts receipts;
  private final RequestKey key;
  private final CurrentActor caller;

  ApplicationsResource(
      Applications applications, Receipts receipts, RequestKey key, CurrentActor caller) {
    this.applications = applications;
    this.receipts = receipts;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to apply. */
  record NewApplication(
      @Size(max = Application.PAPERS_MAX) List<Application.Paper> papers,
      Optional<@Size(max = Application.RELATED_MAX) List<@Size(max = 18) String>> related,
      Optional<PriorityClaim> priority) {

    Application application(ApplicationId id, TradeId trade) {
      return new Application(id, trade, papers, related.orElse(List.of()), priority);
    }
  }

  /** Applies to bid on a lot. */
  @POST
  @Path("trades/{trade}/applications")
  @RolesAllowed(Roles.BIDDER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<ApplicationView> apply(@PathParam("trade") TradeId trade, @Valid NewApplication body) {
    ApplicationId id = new ApplicationId(key.idFor("application"));
    return applications.apply(body.application(id, trade), caller.actor()).map(Problems::done);
  }

  /** Takes an application back, while applications are taken. */
  @POST
  @Path("applications/{application}/withdrawal")
  @RolesAllowed(Roles.BIDDER)
  public Uni<ApplicationView> withdraw(@PathParam("application") ApplicationId application) {
    return applications.withdraw(application, caller.actor()).map(Problems::done);
  }

  /** The applicants for a lot that belong together by what they have declared. */
  @GET
  @Path("trades/{trade}/applications/relations")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<RelationView>> relations(@PathParam("trade") TradeId trade) {
    return applications.relations(trade);
  }

  /** The applications for a lot. */
  @GET
  @Path("trades/{trade}/applications")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<Page<ApplicationView>> applications(
      @PathParam("trade") TradeId trade,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return applications.applications(trade, Cursors.read(after), limit).map(Cursors::page);
  }

  /** The caller's own applications. */
  @GET
  @Path("applications")
  @RolesAllowed(Roles.BIDDER)
  public Uni<Page<ApplicationView>> own(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return applications
        .applicationsOf(caller.party(), Cursors.read(after), limit)
        .map(Cursors::page);
  }

  /** An application, for the applicant and for those who watch over the market. */
  @GET
  @Path("applications/{application}")
  @Authenticated
  public Uni<ApplicationView> application(@PathParam("application") ApplicationId application) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return applications
        .application(application)
        .map(found -> found.filter(one -> onlookers.maySee(one.bidder())))
        .map(Problems::found);
  }

  /** Where the caller pays the deposit for a lot, and whether it has arrived. */
  @GET
  @Path("trades/{trade}/deposit-account")
  @RolesAllowed(Roles.BIDDER)
  public Uni<SubAccountView> depositAccount(@PathParam("trade") TradeId trade) {
    return receipts
        .subAccountOf(trade, caller.party(), SubAccountPurpose.DEPOSIT)
        .map(Problems::found);
  }

  /** The caller's own paddle for a lot. */
  @GET
  @Path("trades/{trade}/paddle")
  @RolesAllowed(Roles.BIDDER)
  public Uni<PaddleView> paddle(@PathParam("trade") TradeId trade) {
    return applications.paddleOf(trade, caller.party()).map(Problems::found);
  }
}
