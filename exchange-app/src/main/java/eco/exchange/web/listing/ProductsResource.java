package eco.exchange.web.listing;

import eco.exchange.identity.account.Roles;
import eco.exchange.listing.catalogue.Catalogue;
import eco.exchange.listing.catalogue.EnterProduct;
import eco.exchange.listing.catalogue.ProductView;
import eco.exchange.listing.catalogue.Title;
import eco.exchange.market.Page;
import eco.exchange.market.ProductId;
import eco.exchange.market.RightKind;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
import eco.exchange.web.request.RequestKey;
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
import java.math.BigDecimal;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The catalogue of ecological products, and how far their titles can be relied on. */
@Path("/api/v1/products")
class ProductsResource {

  private final Catalogue catalogue;
  private final RequestKey key;
  private final CurrentActor caller;

  ProductsResource(Catalogue catalogue, RequestKey key, CurrentActor caller) {
    this.catalogue = catalogue;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to enter a product. */
  record NewProduct(
      @Printable @Size(max = 200) String name,
      @Size(max = 6) String region,
      @Printable @Size(max = 200) String watershed,
      @Printable @Size(max = 200) String location,
      RightKind kind,
      BigDecimal quantity,
      @Printable @Size(max = 200) String unit,
      BigDecimal areaHm2,
      @Printable Title title) {

    EnterProduct as(ProductId id) {
      return new EnterProduct(
          id, name, region, watershed, location, kind, quantity, unit, areaHm2, title);
    }
  }

  /** The body of a request to mark a title as contested. */
  record Dispute(@Size(min = 1, max = 2000) String dispute) {}

  /** Enters a product in the catalogue; its title waits to be confirmed. */
  @POST
  @RolesAllowed(Roles.TRANSFEROR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<ProductView> catalogue(@Valid NewProduct body) {
    ProductId product = new ProductId(key.idFor("product"));
    return catalogue.enter(body.as(product), caller.actor()).map(Problems::done);
  }

  /** The products, the last entered first. */
  @GET
  @Authenticated
  public Uni<Page<ProductView>> products(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return catalogue.products(Cursors.read(after), limit).map(Cursors::page);
  }

  /** A product. */
  @GET
  @Path("{product}")
  @Authenticated
  public Uni<ProductView> product(@PathParam("product") ProductId product) {
    return catalogue.product(product).map(Problems::found);
  }

  /** Confirms a title after its papers were checked; this also settles a dispute. */
  @POST
  @Path("{product}/title-confirmation")
  @RolesAllowed(Roles.OFFICER)
  public Uni<ProductView> confirmTitle(@PathParam("product") ProductId product) {
    return catalogue.confirmTitle(product, caller.actor()).map(Problems::done);
  }

  /** Marks a title as contested. */
  @POST
  @Path("{product}/title-dispute")
  @RolesAllowed(Roles.OFFICER)
  public Uni<ProductView> disputeTitle(
      @PathParam("product") ProductId product, @Valid Dispute body) {
    return catalogue.disputeTitle(product, body.dispute(), caller.actor()).map(Problems::done);
  }
}
