package eco.exchange.web.trade;

import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.tradefile.PublicEvent;
import eco.exchange.tradefile.TradeFile;
import eco.exchange.tradefile.TradeFiles;
import eco.exchange.tradefile.TradeLine;
import eco.exchange.web.json.Cursors;
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
import org.jspecify.annotations.Nullable;

/** The trades, for everybody. */
@Path("/api/v1")
class TradesResource {

  private final TradeFiles files;

  TradesResource(TradeFiles files) {
    this.files = files;
  }

  /** The public trades, the last disclosed first. */
  @GET
  @Path("trades")
  @PermitAll
  public Uni<Page<TradeLine>> trades(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return files.list(Cursors.read(after), limit).map(Cursors::page);
  }

  /** The file of a trade, as far as it has come. */
  @GET
  @Path("trades/{trade}")
  @PermitAll
  public Uni<TradeFile> trade(@PathParam("trade") TradeId trade) {
    return files.of(trade).map(Problems::found);
  }

  /** What has happened in a trade, in order. A page ends with the number of its last line. */
  @GET
  @Path("trades/{trade}/events")
  @PermitAll
  public Uni<Page<PublicEvent>> events(
      @PathParam("trade") TradeId trade,
      @QueryParam("after") @DefaultValue("0") @Min(0) long after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return files.happenings(trade, after, limit).map(found -> page(found, limit));
  }

  private static Page<PublicEvent> page(List<PublicEvent> found, int limit) {
    return new Page<>(
        found,
        found.size() < limit ? Optional.empty() : Optional.of("" + found.getLast().number()));
  }
}
