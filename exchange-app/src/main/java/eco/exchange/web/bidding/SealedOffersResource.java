package eco.exchange.web.bidding;

import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.bidding.opening.SealedOffers;
import eco.exchange.bidding.opening.SealedReceiptView;
import eco.exchange.contracts.proof.Proofs;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A bidder's own sealed offer: handed in, replaced, withdrawn, and its receipt. */
@Path("/api/v1")
@RolesAllowed(Roles.BIDDER)
class SealedOffersResource {

  private static final int COMMITMENT_MAX = 64;

  private final SealedOffers offers;
  private final Bidding bidding;
  private final Proofs proofs;
  private final ObjectMapper json;
  private final RequestKey key;
  private final CurrentActor caller;

  SealedOffersResource(
      SealedOffers offers,
      Bidding bidding,
      Proofs proofs,
      ObjectMapper json,
      RequestKey key,
      CurrentActor caller) {
    this.offers = offers;
    this.bidding = bidding;
    this.proofs = proofs;
    this.json = json;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a request to hand in a sealed offer, as {@code ./exchange seal} writes it. */
  record Sealing(
      @Size(max = COMMITMENT_MAX) String commitment,
      @Size(max = SealedOffer.ENVELOPE_MAX) String envelope) {}

  /** Hands in a sealed offer, or another in place of the one before; the answer is the receipt. */
  @POST
  @Path("trades/{trade}/sealed-offer")
  @ResponseStatus(201)
  public Uni<StampedReceipt> seal(@PathParam("trade") TradeId trade, @Valid Sealing body) {
    Act.Sealing sealing = new Act.Sealing(body.commitment(), body.envelope());
    return offers
        .seal(trade, caller.party(), sealing, key.key())
        .map(Problems::done)
        .chain(this::stamped);
  }

  /** Takes the sealed offer back. */
  @DELETE
  @Path("trades/{trade}/sealed-offer")
  public Uni<BidAnswer> withdraw(@PathParam("trade") TradeId trade) {
    PlaceBid withdrawal = new PlaceBid(trade, caller.party(), new Act.Withdrawal(), key.key());
    return bidding.placeBid(withdrawal).map(BidAnswers::taken);
  }

  /** The receipt of the offer that stands. */
  @GET
  @Path("trades/{trade}/sealed-offer")
  public Uni<StampedReceipt> receipt(@PathParam("trade") TradeId trade) {
    return offers.receipt(trade, caller.party()).map(Problems::found).chain(this::stamped);
  }

  private Uni<StampedReceipt> stamped(SealedReceiptView receipt) {
    return proofs.stampOver(canonical(receipt)).map(stamp -> new StampedReceipt(receipt, stamp));
  }

  private byte[] canonical(SealedReceiptView receipt) {
    try {
      return new JsonCanonicalizer(json.writeValueAsString(receipt)).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException("a receipt that cannot be written", e);
    }
  }
}
