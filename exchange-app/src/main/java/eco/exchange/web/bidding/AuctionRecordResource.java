package eco.exchange.web.bidding;

import eco.exchange.bidding.record.AuctionRecords;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;

/** The records of closed auctions, for everybody who wants to play them again. */
@Path("/api/v1")
class AuctionRecordResource {

  private final AuctionRecords records;

  AuctionRecordResource(AuctionRecords records) {
    this.records = records;
  }

  /** The record as JSON lines, in the form that {@code ./exchange verify} plays again. */
  @GET
  @Path("trades/{trade}/auction/record")
  @PermitAll
  @Produces("application/jsonl")
  public Multi<String> record(@PathParam("trade") TradeId trade) {
    Map<String, List<String>> headers =
        Map.of(
            "Content-Disposition",
            List.of("attachment; filename=\"auction-record-%s.jsonl\"".formatted(trade)));
    return RestMulti.fromUniResponse(
        records.record(trade).map(Problems::done), lines -> lines, lines -> headers);
  }
}
