package eco.exchange.web.contract;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.contracts.ownsignature.OwnSignatures;
import eco.exchange.contracts.ownsignature.SignatureDraft;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Signatures that a party makes on its own machine; all bytes in Base64. When the signature was
 * taken, the party's task to sign is completed as any other, and finds it there.
 */
@Path("/api/v1")
@Authenticated
class OwnSignaturesResource {

  private static final int CERTIFICATE_MAX = 20_000;
  private static final int CMS_MAX = 20_000;
  private static final int VERSION_MAX = 9999;
  private static final int PAPER_MAX = 700_000;

  private final OwnSignatures signatures;
  private final Contracts contracts;
  private final CurrentActor caller;

  OwnSignaturesResource(OwnSignatures signatures, Contracts contracts, CurrentActor caller) {
    this.signatures = signatures;
    this.contracts = contracts;
    this.caller = caller;
  }

  /**
   * The body of a request for a draft.
   *
   * @param certificate by what will be signed, in PEM or DER
   */
  record OwnCertificate(@Size(min = 1, max = CERTIFICATE_MAX) byte[] certificate) {}

  /**
   * The body of a request that brings a signature.
   *
   * @param certificate by what was signed
   * @param paper the paper of the draft
   * @param ticket the ticket of the draft
   * @param cms the detached signature over the draft's bytes, as CMS in DER
   */
  record Brought(
      @Size(min = 1, max = CERTIFICATE_MAX) byte[] certificate,
      @Size(min = 1, max = PAPER_MAX) byte[] paper,
      @Size(min = 64, max = 64) String ticket,
      @Size(min = 1, max = CMS_MAX) byte[] cms) {}

  /** Hands out the contract with an empty place for the caller's signature. */
  @POST
  @Path("trades/{trade}/contract/signature-drafts")
  public Uni<SignatureDraft> draft(@PathParam("trade") TradeId trade, @Valid OwnCertificate body) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .chain(
            contract -> signatures.draft(contract.contract(), caller.actor(), body.certificate()))
        .map(Problems::done);
  }

  /** Takes the caller's signature. */
  @POST
  @Path("trades/{trade}/contract/signatures")
  public Uni<ContractView> bring(@PathParam("trade") TradeId trade, @Valid Brought body) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .chain(contract -> bring(contract.contract(), body));
  }

  /** Hands out an amendment with an empty place for the caller's signature. */
  @POST
  @Path("trades/{trade}/contract/amendments/{version}/signature-drafts")
  public Uni<SignatureDraft> draft(
      @PathParam("trade") TradeId trade,
      @PathParam("version") @Min(1) @Max(VERSION_MAX) int version,
      @Valid OwnCertificate body) {
    return signatures
        .draft(new ContractId(trade, version), caller.actor(), body.certificate())
        .map(Problems::done);
  }

  /** Takes the caller's signature of an amendment. */
  @POST
  @Path("trades/{trade}/contract/amendments/{version}/signatures")
  public Uni<ContractView> bring(
      @PathParam("trade") TradeId trade,
      @PathParam("version") @Min(1) @Max(VERSION_MAX) int version,
      @Valid Brought body) {
    return bring(new ContractId(trade, version), body);
  }

  private Uni<ContractView> bring(ContractId contract, Brought body) {
    SignatureDraft draft = new SignatureDraft(body.paper(), new byte[0], body.ticket());
    return signatures
        .bring(contract, caller.actor(), draft, body.certificate(), body.cms())
        .map(Problems::done);
  }
}
