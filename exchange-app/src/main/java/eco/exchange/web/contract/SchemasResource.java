package eco.exchange.web.contract;

import eco.exchange.sharing.TermsJson;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The published forms of what a contract carries inside, for whoever writes or checks it. */
@Path("/api/v1/schemas")
class SchemasResource {

  private static final String JSON_SCHEMA = "application/schema+json";

  /** The JSON Schema (draft 2020-12) of sharing terms. */
  @GET
  @Path("sharing-terms")
  @PermitAll
  @Produces(JSON_SCHEMA)
  public String sharingTerms() {
    return TermsJson.schema();
  }
}
