package eco.exchange.web.contract;

import eco.exchange.contracts.proof.Proofs;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/**
 * The means by which papers are proven, for everybody: the root, what was revoked, and time stamps.
 */
@Path("/api/v1/trust")
@PermitAll
class TrustResource {

  private final Proofs proofs;

  TrustResource(Proofs proofs) {
    this.proofs = proofs;
  }

  /** The certificate of the exchange's root. */
  @GET
  @Path("root.cer")
  @Produces("application/pkix-cert")
  public Uni<byte[]> root() {
    return proofs.root();
  }

  /** The certificates that were revoked, as of now (RFC 5280). */
  @GET
  @Path("revocations.crl")
  @Produces("application/pkix-crl")
  public Uni<byte[]> revocations() {
    return proofs.revocations();
  }

  /** A time stamp for whoever asks for one (RFC 3161). */
  @POST
  @Path("stamps")
  @Consumes("application/timestamp-query")
  @Produces("application/timestamp-reply")
  public Uni<byte[]> stamp(byte[] request) {
    return proofs.stamp(request).map(Problems::done);
  }
}
