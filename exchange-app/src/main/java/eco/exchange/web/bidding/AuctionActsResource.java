package eco.exchange.web.bidding;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The acts of bidders at an auction beside bids. Each act has a key of its own, as a bid has: the
 * same key and content is the same act, told again as it was answered.
 */
@Path("/api/v1")
@RolesAllowed(Roles.BIDDER)
class AuctionActsResource {

  private final Bidding bidding;
  private final RequestKey key;
  private final CurrentActor caller;

  AuctionActsResource(Bidding bidding, RequestKey key, CurrentActor caller) {
    this.bidding = bidding;
    this.key = key;
    this.caller = caller;
  }

  /** The body of an act that names a price. */
  record Priced(Money price) {}

  /**
   * The body of a ceiling.
   *
   * @param confirmed whether a price far over the last one is meant
   */
  record Ceiling(Money price, Optional<Boolean> confirmed) {}

  /** Lets the auction bid for the caller, up to a price that nobody else sees. */
  @POST
  @Path("trades/{trade}/ceiling")
  @ResponseStatus(201)
  public Uni<BidAnswer> ceiling(@PathParam("trade") TradeId trade, @Valid Ceiling body) {
    return act(trade, new Act.Ceiling(body.price()), body.confirmed().orElse(false));
  }

  /** Joins the timed bidding that follows a listing. */
  @POST
  @Path("trades/{trade}/joining")
  @ResponseStatus(201)
  public Uni<BidAnswer> joining(@PathParam("trade") TradeId trade) {
    return act(trade, new Act.Joining(), false);
  }

  /** Takes the falling price, which the caller names so that a late click takes no other. */
  @POST
  @Path("trades/{trade}/taking")
  @ResponseStatus(201)
  public Uni<BidAnswer> taking(@PathParam("trade") TradeId trade, @Valid Priced body) {
    return act(trade, new Act.Taking(body.price()), false);
  }

  private Uni<BidAnswer> act(TradeId trade, Act act, boolean isConfirmed) {
    return bidding
        .placeBid(new PlaceBid(trade, caller.party(), act, key.key(), isConfirmed))
        .map(BidAnswers::taken);
  }
}
