package eco.exchange.web.listing;

import eco.exchange.identity.account.Roles;
import eco.exchange.listing.offer.DraftListing;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.ProductId;
import eco.exchange.market.TradeId;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The listings as their transferors write them and the centre reviews them. */
@Path("/api/v1/listings")
class ListingsResource {

  private final Listings listings;
  private final RequestKey key;
  private final CurrentActor caller;

  ListingsResource(Listings listings, RequestKey key, CurrentActor caller) {
    this.listings = listings;
    this.key = key;
    this.caller = caller;
  }

  /**
   * The body of a request to draft or revise a listing. How it is sold is told whole, or by the
   * name of the method alone where the rules have usual terms for it.
   */
  record Draft(
      ProductId product,
      UUID appraisal,
      @Printable @Size(max = 200) String rightGranted,
      int termYears,
      @Printable @Size(max = 2000) String use,
      Optional<TradeMethod> method,
      Optional<@Printable MethodTerms> how,
      Money reserve,
      Money increment,
      Money deposit,
      Optional<PaymentPlan> plan,
      @Printable @Size(max = 200) String decision,
      Optional<@Printable @Size(max = 200) String> approval,
      @Printable SharingTerms terms,
      @Size(max = 50) List<@Printable @Size(max = 2000) String> conditions,
      Optional<TradeId> relistOf) {

    DraftListing as(UUID request, MethodTerms told) {
      return new DraftListing(
          request,
          product,
          appraisal,
          rightGranted,
          termYears,
          use,
          told,
          reserve,
          increment,
          deposit,
          plan,
          decision,
          approval,
          terms,
          conditions,
          relistOf);
    }
  }

  /** Drafts a listing and gives it its trade code. */
  @POST
  @RolesAllowed(Roles.TRANSFEROR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<ListingView> draft(@Valid Draft body) {
    UUID request = key.idFor("listing");
    Actor actor = caller.actor();
    return how(body).chain(how -> listings.draft(body.as(request, how), actor)).map(Problems::done);
  }

  private Uni<MethodTerms> how(Draft body) {
    Optional<TradeMethod> method = body.how().map(TradeMethod::of).or(body::method);
    if (method.isEmpty()) {
      throw Problems.unfit("method", "is missing, and so is how");
    }
    if (body.method().isPresent() && !body.method().equals(method)) {
      throw Problems.unfit("how.method", "is another method than " + body.method().get());
    }
    return body.how()
        .map(told -> Uni.createFrom().item(told))
        .orElseGet(() -> listings.usualTerms(body.product(), method.get()).map(Problems::done));
  }

  /** Writes a draft or a returned listing anew. */
  @PUT
  @Path("{trade}")
  @RolesAllowed(Roles.TRANSFEROR)
  public Uni<ListingView> revise(@PathParam("trade") TradeId trade, @Valid Draft body) {
    UUID anyRequest = new UUID(0, 0);
    Actor actor = caller.actor();
    return how(body)
        .chain(how -> listings.revise(trade, body.as(anyRequest, how), actor))
        .map(Problems::done);
  }

  /** Hands a listing in for review, or tells everything that stands against it. */
  @POST
  @Path("{trade}/submission")
  @RolesAllowed(Roles.TRANSFEROR)
  @Idempotent
  public Uni<ListingView> submit(@PathParam("trade") TradeId trade) {
    return listings.submit(trade, caller.actor()).map(Problems::done);
  }

  /** The caller's own listings in every state, the last drafted first. */
  @GET
  @RolesAllowed(Roles.TRANSFEROR)
  public Uni<Page<ListingView>> own(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return listings.listingsOf(caller.party(), Cursors.read(after), limit).map(Cursors::page);
  }

  /** A listing in any state, for its transferor and for those who watch over the market. */
  @GET
  @Path("{trade}")
  @Authenticated
  public Uni<ListingView> listing(@PathParam("trade") TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return listings
        .listing(trade)
        .map(found -> found.filter(listing -> onlookers.maySee(listing.transferor())))
        .map(Problems::found);
  }
}
