package eco.exchange.web.bidding;

import eco.exchange.bidding.AuctionView;
import eco.exchange.bidding.BidView;
import eco.exchange.bidding.Bidding;
import eco.exchange.bidding.PlaceBid;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.identity.Roles;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.RequestKey;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The auctions: what everybody may see of them, and the bids. */
@Path("/api/v1")
class AuctionsResource {

  private final Bidding bidding;
  private final RequestKey key;
  private final CurrentActor caller;

  AuctionsResource(Bidding bidding, RequestKey key, CurrentActor caller) {
    this.bidding = bidding;
    this.key = key;
    this.caller = caller;
  }

  /** The body of a bid. */
  record Bid(Money price) {}

  /** The auction as anybody may see it: paddles, never names. */
  @GET
  @Path("trades/{trade}/auction")
  @PermitAll
  public Uni<AuctionView> auction(@PathParam("trade") TradeId trade) {
    return bidding.auction(trade).map(Problems::found);
  }

  /** The public log: the accepted bids in order. A page ends with the number of its last bid. */
  @GET
  @Path("trades/{trade}/bids")
  @PermitAll
  public Uni<Page<BidView>> bids(
      @PathParam("trade") TradeId trade,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return bidding.bids(trade, after, limit).map(bids -> page(bids, limit));
  }

  /**
   * Places a bid. Its key belongs to the bid itself: the same key and price is the same bid, told
   * again as it was answered.
   */
  @POST
  @Path("trades/{trade}/bids")
  @RolesAllowed(Roles.BIDDER)
  @ResponseStatus(201)
  public Uni<BidAnswer.Accepted> placeBid(@PathParam("trade") TradeId trade, @Valid Bid body) {
    PlaceBid bid = new PlaceBid(trade, caller.party(), body.price(), key.key());
    return bidding.placeBid(bid).map(AuctionsResource::accepted);
  }

  private static BidAnswer.Accepted accepted(BidAnswer answer) {
    return switch (answer) {
      case BidAnswer.Accepted accepted -> accepted;
      case BidAnswer.Noted noted -> throw new IllegalStateException("a price is bid in the open");
      case BidAnswer.Refused refused -> throw Problems.refused(refused.reason(), refused.detail());
    };
  }

  private static Page<BidView> page(List<BidView> bids, int limit) {
    return new Page<>(
        bids, bids.size() < limit ? Optional.empty() : Optional.of("" + bids.getLast().seq()));
  }
}
