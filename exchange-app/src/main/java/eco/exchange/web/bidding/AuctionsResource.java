package eco.exchange.web.bidding;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.live.AuctionView;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;

/** The auctions, as everybody may see them; bids are placed at the {@link BidRoute}. */
@Path("/api/v1")
class AuctionsResource {

  private final Bidding bidding;

  AuctionsResource(Bidding bidding) {
    this.bidding = bidding;
  }

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

  private static Page<BidView> page(List<BidView> bids, int limit) {
    return new Page<>(
        bids, bids.size() < limit ? Optional.empty() : Optional.of("" + bids.getLast().seq()));
  }
}
