package eco.exchange.web.live;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.market.TradeId;
import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemDocuments;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.RequestPath;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The addresses at which a lot is watched, for everybody: by server-sent events, and by WebSocket.
 *
 * <p>Not a resource like the others: a resource would write each message for each client.
 */
@ApplicationScoped
class LiveRoutes {

  private static final String LIVE = "/api/v1/trades/:trade/live";
  private static final String LAST_EVENT_ID = "Last-Event-ID";
  private static final Duration FULL_FOR = Duration.ofSeconds(5);

  // All come back at once when a node has gone; each a little later than the other.
  private static final int RETRY_MILLIS_MIN = 1_000;
  private static final int RETRY_MILLIS_MAX = 4_000;

  private final Bidding bidding;
  private final LotFeeds lots;
  private final WatcherLimit turnstile;
  private final SocketRules sockets;
  private final ProblemDocuments problems;
  private final RandomGenerator random = RandomGenerator.getDefault();

  LiveRoutes(
      Bidding bidding,
      LotFeeds lots,
      WatcherLimit turnstile,
      SocketRules sockets,
      ProblemDocuments problems) {
    this.bidding = bidding;
    this.lots = lots;
    this.turnstile = turnstile;
    this.sockets = sockets;
    this.problems = problems;
  }

  /** Somebody who may come in. */
  private record Visitor(
      RoutingContext request, TradeId trade, OptionalLong after, Runnable giveBack, Context loop) {}

  void open(@Observes Router router) {
    router.get(LIVE).handler(request -> answer(request, () -> stream(request)));
    router.get(LIVE + "/socket").handler(request -> answer(request, () -> socket(request)));
  }

  private void stream(RoutingContext request) {
    if (LiveMessage.END.equals(request.request().getHeader(LAST_EVENT_ID))) {
      // Nothing comes after the end: this status keeps a browser from asking again.
      request.response().setStatusCode(204).end();
    } else {
      admit(request, this::startStream);
    }
  }

  private void socket(RoutingContext request) {
    sockets.refuseStrangers(request.request());
    request.request().pause();
    admit(
        request,
        visitor ->
            request
                .request()
                .toWebSocket()
                .onFailure(none -> visitor.giveBack().run())
                .onSuccess(socket -> startSocket(socket, visitor)));
  }

  /** Lets somebody watch a lot that there is, while the limit of watchers allows. */
  private void admit(RoutingContext request, Consumer<Visitor> then) {
    TradeId trade = RequestPath.trade(request);
    OptionalLong after = after(request);
    Runnable giveBack =
        turnstile
            .enter(trade, request.request().remoteAddress().hostAddress())
            .orElseThrow(() -> ProblemException.passing(full(), FULL_FOR));
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    Visitor visitor = new Visitor(request, trade, after, giveBack, loop);
    bidding
        .auction(trade)
        .map(Problems::found)
        .subscribe()
        .with(
            found -> loop.runOnContext(go -> then.accept(visitor)),
            failure ->
                loop.runOnContext(
                    go -> {
                      giveBack.run();
                      problems.end(request, failure);
                    }));
  }

  private void startStream(Visitor visitor) {
    HttpServerResponse response = visitor.request().response();
    if (response.closed()) {
      visitor.giveBack().run();
      return;
    }
    response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream");
    response.putHeader("X-Accel-Buffering", "no");
    response.write("retry: %d\n\n".formatted(random.nextInt(RETRY_MILLIS_MIN, RETRY_MILLIS_MAX)));
    LotFeeds.Subscription subscription = enter(visitor, new StreamWatcher(response));
    Runnable left = left(visitor, subscription);
    response.closeHandler(closed -> left.run());
    response.endHandler(ended -> left.run());
  }

  private void startSocket(ServerWebSocket socket, Visitor visitor) {
    LotFeeds.Subscription subscription = enter(visitor, new SocketWatcher(socket));
    sockets.serve(socket, subscription.feed(), left(visitor, subscription));
  }

  private LotFeeds.Subscription enter(Visitor visitor, Watcher watcher) {
    return lots.enter(visitor.trade(), watcher, visitor.after(), visitor.loop());
  }

  // A connection that breaks is told both as the end of its answer and as its own.
  private static Runnable left(Visitor visitor, LotFeeds.Subscription subscription) {
    return new OnceOnly(
        () -> {
          visitor.giveBack().run();
          subscription.leave().run();
        });
  }

  private void answer(RoutingContext request, Runnable act) {
    try {
      act.run();
    } catch (ProblemException refusal) {
      problems.end(request, refusal);
    }
  }

  private static OptionalLong after(RoutingContext request) {
    @Nullable String asked = request.request().getParam("after");
    @Nullable String last = request.request().getHeader(LAST_EVENT_ID);
    if (last == null && asked == null) {
      return OptionalLong.empty();
    }
    return last == null
        ? number("after", Objects.requireNonNull(asked))
        : number(LAST_EVENT_ID, last);
  }

  private static OptionalLong number(String field, String text) {
    if (!text.matches("\\d{1,18}")) {
      throw Problems.unfit(field, "must be the number of a bid");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static Problem full() {
    return Problem.of(HttpProblem.BUSY, "As many watch here as can be served; come back soon.");
  }
}
