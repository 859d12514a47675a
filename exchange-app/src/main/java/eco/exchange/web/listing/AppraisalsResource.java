package eco.exchange.web.listing;

import eco.exchange.identity.account.Roles;
import eco.exchange.listing.catalogue.AppraisalView;
import eco.exchange.listing.catalogue.Catalogue;
import eco.exchange.listing.catalogue.RecordAppraisal;
import eco.exchange.market.ProductId;
import eco.exchange.money.Money;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
import eco.exchange.web.request.RequestKey;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The reports of third-party appraisers. */
@Path("/api/v1/appraisals")
class AppraisalsResource {

  private final Catalogue catalogue;
  private final RequestKey key;
  private final CurrentActor caller;

  AppraisalsResource(Catalogue catalogue, RequestKey key, CurrentActor caller) {
    this.catalogue = catalogue;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to record a report. */
  record NewAppraisal(
      ProductId product,
      Money value,
      LocalDate valuedOn,
      @Printable @Size(max = 200) String method,
      @Printable @Size(max = 200) String reportNumber,
      @Size(max = 64) String reportSha256) {

    RecordAppraisal as(UUID id) {
      return new RecordAppraisal(id, product, value, valuedOn, method, reportNumber, reportSha256);
    }
  }

  /** Records a report. */
  @POST
  @RolesAllowed(Roles.APPRAISER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<AppraisalView> appraise(@Valid NewAppraisal body) {
    UUID appraisal = key.idFor("appraisal");
    return catalogue.appraise(body.as(appraisal), caller.actor()).map(Problems::done);
  }

  /** A report as it was recorded. */
  @GET
  @Path("{appraisal}")
  @Authenticated
  public Uni<AppraisalView> appraisal(@PathParam("appraisal") UUID appraisal) {
    return catalogue.appraisal(appraisal).map(Problems::found);
  }
}
