package eco.exchange.web.bidding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import eco.exchange.bidding.Bidding;
import eco.exchange.bidding.PlaceBid;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.identity.Role;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.web.json.WholeBody;
import eco.exchange.web.problem.ProblemDocuments;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.Address;
import eco.exchange.web.request.BearerTokens;
import eco.exchange.web.request.RequestKey;
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
import org.jspecify.annotations.Nullable;

/**
 * The window at which prices are bid: {@code POST /api/v1/trades/{trade}/bids}, for bidders.
 *
 * <p>Its key belongs to the bid itself: the same key and price is the same bid, told again as it
 * was answered.
 *
 * <p>Not a resource like the others, because this is the one address at which thousands may ask
 * within a second, and there the way through the resources took more time than the bid. What is
 * demanded of a request, and how a refusal is told, is the same.
 */
@ApplicationScoped
class BidWindow {

  private static final String BIDS = "/api/v1/trades/:trade/bids";
  private static final String JSON = "application/json";

  private final Bidding bidding;
  private final BearerTokens tokens;
  private final ProblemDocuments problems;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  BidWindow(Bidding bidding, BearerTokens tokens, ProblemDocuments problems, ObjectMapper json) {
    this.bidding = bidding;
    this.tokens = tokens;
    this.problems = problems;
    this.reader = json.readerFor(Bid.class);
    this.writer = json.writerFor(BidAnswer.Accepted.class);
  }

  /** The body of a bid. */
  record Bid(Money price) {}

  void open(@Observes Router router) {
    router.post(BIDS).handler(this::take);
  }

  private void take(RoutingContext request) {
    // Whoever hangs up in the middle of a bid has not bid, and hears no answer.
    request.request().bodyHandler(body -> place(request, body)).resume();
  }

  private void place(RoutingContext request, Buffer body) {
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    try {
      bidding
          .placeBid(bid(request, body))
          .subscribe()
          .with(
              answer -> loop.runOnContext(on -> tell(request, answer)),
              failure -> loop.runOnContext(on -> problems.end(request, failure)));
    } catch (RuntimeException refusal) {
      problems.end(request, refusal);
    }
  }

  private PlaceBid bid(RoutingContext request, Buffer body) {
    HttpServerRequest http = request.request();
    PartyId bidder = tokens.partyOf(http, Role.BIDDER);
    TradeId trade = Address.trade(request);
    @Nullable String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.startsWith(JSON)) {
      throw Problems.wrongMediaType();
    }
    Money price = read(body).price();
    return new PlaceBid(trade, bidder, price, RequestKey.in(http.getHeader(RequestKey.HEADER)));
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
