package eco.exchange.web.bidding;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.opening.EnvelopesView;
import eco.exchange.bidding.opening.HolderKeyView;
import eco.exchange.bidding.opening.LotKeysView;
import eco.exchange.bidding.opening.OpeningRefusal;
import eco.exchange.bidding.opening.OpeningView;
import eco.exchange.bidding.opening.SealedOffers;
import eco.exchange.identity.account.Role;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The holders of the keys to sealed offers: their public keys, the envelopes after the deadline,
 * and the opening. Nothing here needs a key in the header: the same key or share again is the same.
 */
@Path("/api/v1")
class HoldersResource {

  private static final int KEY_MAX = 64;
  private static final int PADDLES_MAX = 1_000;

  private final SealedOffers offers;
  private final CurrentActor caller;

  HoldersResource(SealedOffers offers, CurrentActor caller) {
    this.offers = offers;
    this.caller = caller;
  }

  /** The body of a request to register a public key. */
  record NewKey(Holder holder, @Size(max = KEY_MAX) String publicKey) {}

  /** The body of a request to hand in shares, as {@code ./exchange holder open} writes it. */
  record Shares(
      Holder holder,
      @Size(max = PADDLES_MAX)
          Map<@Size(max = KEY_MAX) String, @NotNull @Size(max = KEY_MAX) String> shares) {}

  /** Registers the public key of a holder, for lots whose bidding opens later. */
  @POST
  @Path("holder-keys")
  @RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.NOTARY})
  @ResponseStatus(201)
  public Uni<HolderKeyView> register(@Valid NewKey body) {
    return offers
        .register(body.holder(), body.publicKey(), speakerOf(body.holder()))
        .map(Problems::done);
  }

  /** The keys to which the offers for a lot are sealed. */
  @GET
  @Path("trades/{trade}/holder-keys")
  @PermitAll
  public Uni<LotKeysView> keys(@PathParam("trade") TradeId trade) {
    return offers.keysOf(trade).map(Problems::done);
  }

  /** The envelopes of a lot, once they may be opened. */
  @GET
  @Path("trades/{trade}/envelopes")
  @RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.NOTARY})
  public Uni<EnvelopesView> envelopes(@PathParam("trade") TradeId trade) {
    return offers.envelopes(trade).map(Problems::done);
  }

  /** Hands in the shares of a holder; the second holder's open the offers. */
  @POST
  @Path("trades/{trade}/opening-shares")
  @RolesAllowed({Roles.MANAGER, Roles.SUPERVISOR, Roles.NOTARY})
  @ResponseStatus(201)
  public Uni<OpeningView> handIn(@PathParam("trade") TradeId trade, @Valid Shares body) {
    return offers
        .handIn(trade, body.holder(), body.shares(), speakerOf(body.holder()))
        .map(Problems::done);
  }

  /** Opens the offers, if the third holder was waited for in vain. */
  @POST
  @Path("trades/{trade}/opening")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.NOTARY})
  @ResponseStatus(201)
  public Uni<OpeningView> open(@PathParam("trade") TradeId trade) {
    return offers.open(trade).map(Problems::done);
  }

  /** The opening as anybody may know it: who opened and when, and the offers after it. */
  @GET
  @Path("trades/{trade}/opening")
  @PermitAll
  public Uni<OpeningView> opening(@PathParam("trade") TradeId trade) {
    return offers.opening(trade).map(Problems::found);
  }

  /** The caller, who must have the office that acts for a holder. */
  private Actor speakerOf(Holder holder) {
    Role office =
        switch (holder) {
          case CENTRE -> Role.MANAGER;
          case SUPERVISOR -> Role.SUPERVISOR;
          case NOTARY -> Role.NOTARY;
        };
    if (!caller.is(office)) {
      throw Problems.refused(OpeningRefusal.NOT_THE_HOLDER, "only a %s is".formatted(office));
    }
    return caller.actor();
  }
}
