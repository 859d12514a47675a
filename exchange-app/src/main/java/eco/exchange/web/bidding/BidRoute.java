package eco.exchange.web.bidding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.identity.account.Role;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.web.json.WholeBody;
import eco.exchange.web.problem.ProblemDocuments;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.BearerTokens;
import eco.exchange.web.request.RequestKey;
import eco.exchange.web.request.RequestPath;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The route by which prices are bid: {@code POST /api/v1/trades/{trade}/bids}, for bidders.
 *
 * <p>Its key belongs to the bid itself: the same key and price is the same bid, told again as it
 * was answered.
 *
 * <p>Not a resource like the others, because this is the one address at which thousands may ask
 * within a second, and there the way through the resources took more time than the bid. What is
 * demanded of a request, and how a refusal is told, is the same.
 */
@ApplicationScoped
class BidRoute {

  private static final String TRADES = "/api/v1/trades/";
  private static final String BIDS = "/bids";
  // After what is demanded of every request, before anybody looks which resource it is for.
  private static final int EARLY = -500;
  private static final String JSON = "application/json";
  // Where the measurements of the web look for the name of an address.
  private static final String MEASURED_AS = "UrlPathTemplate";

  private final Bidding bidding;
  private final BearerTokens tokens;
  private final ProblemDocuments problems;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  BidRoute(Bidding bidding, BearerTokens tokens, ProblemDocuments problems, ObjectMapper json) {
    this.bidding = bidding;
    this.tokens = tokens;
    this.problems = problems;
    this.reader = json.readerFor(Bid.class);
    this.writer = json.writerFor(BidAnswer.Accepted.class);
  }

  /**
   * The body of a bid.
   *
   * @param confirmed whether a price far over the last one is meant
   */
  record Bid(Money price, Optional<Boolean> confirmed) {}

  void open(@Observes Router router) {
    router.post(TRADES + "*").order(EARLY).handler(this::take);
  }

  // The router reads the parts of an address by a regular expression, which takes longer than this.
  private void take(RoutingContext request) {
    String path = request.normalizedPath();
    int end = path.length() - BIDS.length();
    if (path.endsWith(BIDS) && path.indexOf('/', TRADES.length()) == end) {
      current().putLocal(MEASURED_AS, TRADES + "{trade}" + BIDS);
      // Whoever hangs up in the middle of a bid has not bid, and hears no answer.
      request
          .request()
          .bodyHandler(body -> place(request, path.substring(TRADES.length(), end), body))
          .resume();
    } else {
      request.next();
    }
  }

  private void place(RoutingContext request, String trade, Buffer body) {
    Context loop = current();
    try {
      bidding
          .placeBid(bid(request.request(), trade, body))
          .subscribe()
          .with(
              answer -> loop.runOnContext(on -> tell(request, answer)),
              failure -> loop.runOnContext(on -> problems.end(request, failure)));
    } catch (RuntimeException refusal) {
      problems.end(request, refusal);
    }
  }

  private static Context current() {
    return Objects.requireNonNull(Vertx.currentContext());
  }

  private PlaceBid bid(HttpServerRequest http, String code, Buffer body) {
    PartyId bidder = tokens.partyOf(http, Role.BIDDER);
    TradeId trade = RequestPath.trade(code);
    @Nullable String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.startsWith(JSON)) {
      throw Problems.wrongMediaType();
    }
    Bid bid = read(body);
    return new PlaceBid(
        trade,
        bidder,
        new Act.Bid(bid.price()),
        RequestKey.in(http.getHeader(RequestKey.HEADER)),
        bid.confirmed().orElse(false));
  }

  private Bid read(Buffer body) {
    try {
      return WholeBody.whole(reader.readValue(body.toString(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException unreadable) {
      throw Problems.unreadable(unreadable);
    }
  }

  private void tell(RoutingContext request, BidAnswer answer) {
    switch (answer) {
      case BidAnswer.Accepted accepted -> tell(request, accepted);
      case BidAnswer.Noted noted ->
          problems.end(request, new IllegalStateException("a price is bid in the open"));
      case BidAnswer.Refused refused ->
          problems.end(request, Problems.refused(refused.reason(), refused.detail()));
    }
  }

  private void tell(RoutingContext request, BidAnswer.Accepted accepted) {
    if (request.response().closed()) {
      return;
    }
    try {
      request
          .response()
          .setStatusCode(201)
          .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
          .end(Buffer.buffer(writer.writeValueAsBytes(accepted)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that cannot be written", e);
    }
  }
}
