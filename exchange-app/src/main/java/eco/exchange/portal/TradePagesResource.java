package eco.exchange.portal;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.tradefile.TradeFile;
import eco.exchange.tradefile.TradeFiles;
import eco.exchange.tradefile.TradeLine;
import eco.exchange.web.json.Cursors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages that everybody may read. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class TradePagesResource {

  private static final int TRADES_SHOWN = 30;
  private static final int BIDS_SHOWN = 50;

  private final TradeFiles files;
  private final Bidding bidding;

  TradePagesResource(TradeFiles files, Bidding bidding) {
    this.files = files;
    this.bidding = bidding;
  }

  /** The pages and what they show. */
  @CheckedTemplate(basePath = "pages")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance trades(Page<TradeLine> page);

    static native TemplateInstance trade(TradePage page);
  }

  /** The list of trades, the last disclosed first. */
  @GET
  public Uni<Response> trades(@QueryParam("after") @Nullable String after) {
    return files
        .list(Cursors.read(after), TRADES_SHOWN)
        .map(Cursors::page)
        .chain(page -> PageResponse.page(Templates.trades(page)));
  }

  /** The file of a trade. */
  @GET
  @Path("trades/{trade}")
  public Uni<Response> trade(@PathParam("trade") String code) {
    return told(code)
        .chain(
            page ->
                page.map(file -> PageResponse.page(Templates.trade(file)))
                    .orElseGet(() -> PageResponse.missing("这笔交易")));
  }

  private Uni<Optional<TradePage>> told(String code) {
    try {
      TradeId trade = new TradeId(code);
      return files
          .of(trade)
          .chain(
              found ->
                  found
                      .map(file -> page(file).map(Optional::of))
                      .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    } catch (IllegalArgumentException noTradeCode) {
      return Uni.createFrom().item(Optional.empty());
    }
  }

  private Uni<TradePage> page(TradeFile file) {
    return lastBids(file)
        .chain(
            bids ->
                files
                    .happenings(file.trade(), 0, Page.LIMIT_MAX)
                    .map(happenings -> TradePage.of(file, bids, happenings)));
  }

  private Uni<List<BidView>> lastBids(TradeFile file) {
    long made = file.auction().map(auction -> auction.seq()).orElse(0L);
    return made == 0
        ? Uni.createFrom().item(List.of())
        : bidding.bids(file.trade(), Math.max(0, made - BIDS_SHOWN), BIDS_SHOWN);
  }
}
