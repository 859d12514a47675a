package eco.exchange.lab.bench.bids;

import eco.exchange.lab.bench.measure.Latencies;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Bids that come at a steady rate, however slow the answers are.
 *
 * <p>Each bid has the moment at which it is due, and its latency counts from there: what a tardy
 * exchange makes wait is counted as waiting, so there is no coordinated omission. Neither wrk nor
 * any other open-rate tool that Debian packages does that; therefore this one is our own. All of it
 * happens on one event loop.
 */
final class PacedBids {

  private static final long TICK_MILLIS = 1;
  private static final long GRACE_MILLIS = 10_000;

  private final HttpClient client;
  private final Vertx vertx;
  private final SignedInBidders visitors;
  private final TradeId lot;
  private final Consumer<String> accepted;
  private final Latencies latencies = new Latencies();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private long step;
  private long nanosPerBid;
  private long bids;
  private long uncounted;
  private long begun;
  private long sent;
  private long answered;
  private long refused;

  /**
   * Prepares to bid on a lot, once.
   *
   * @param vertx whose only event loop is used
   * @param connections over how many connections
   * @param accepted is told the body of each success, on the event loop
   */
  PacedBids(
      Vertx vertx,
      SignedInBidders visitors,
      TradeId lot,
      int connections,
      Consumer<String> accepted) {
    this.vertx = vertx;
    URI exchange = visitors.exchange();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(exchange.getHost())
                .setDefaultPort(exchange.getPort()),
            new PoolOptions().setHttp1MaxSize(connections));
    this.visitors = visitors;
    this.lot = lot;
    this.accepted = accepted;
  }

  /**
   * What came of it.
   *
   * @param latencies from the moment at which a bid was due to its answer
   * @param answered all answers that are counted
   * @param refused those that were no success
   */
  record Outcome(Latencies latencies, long answered, long refused) {}

  /**
   * Bids, and waits for the answers.
   *
   * @param firstStep the increment above which the bids begin
   * @param rate how many bids a second
   * @param warmUpSeconds for how long the bids are not counted: connections are opened, and the
   *     compilers of both sides are at work
   * @param seconds for how long they are counted after that
   */
  Outcome run(long firstStep, long rate, int warmUpSeconds, int seconds)
      throws InterruptedException, LoadTool.Failed {
    step = firstStep;
    nanosPerBid = 1_000_000_000L / Math.max(1, rate);
    uncounted = Math.max(1, rate) * warmUpSeconds;
    bids = uncounted + Math.max(1, rate) * seconds;
    vertx.getOrCreateContext().runOnContext(none -> begin());
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new LoadTool.Failed("a paced bid failed: " + e.getCause());
    } finally {
      client.close();
    }
    return new Outcome(latencies, bids - uncounted, refused);
  }

  private void begin() {
    begun = System.nanoTime();
    long patience = bids * nanosPerBid / 1_000_000 + GRACE_MILLIS;
    vertx.setTimer(
        patience,
        late -> over.completeExceptionally(new IllegalStateException("answers are missing")));
    vertx.setPeriodic(TICK_MILLIS, this::sendWhatIsDue);
  }

  private void sendWhatIsDue(long timer) {
    long now = System.nanoTime();
    while (sent < bids && begun + sent * nanosPerBid <= now) {
      send(sent++);
    }
    if (sent == bids) {
      vertx.cancelTimer(timer);
    }
  }

  private void send(long number) {
    long increment = step + number;
    String body =
        "{\"price\":{\"amount\":\"%d\",\"currency\":\"CNY\"}}"
            .formatted(TrialLots.price(increment).fen() / 100);
    client
        .request(HttpMethod.POST, "/api/v1/trades/" + lot + "/bids")
        .compose(request -> head(request, number).send(body))
        .compose(answer -> answer.body().onSuccess(text -> told(answer, text.toString(), number)))
        .onFailure(over::completeExceptionally);
  }

  private HttpClientRequest head(HttpClientRequest request, long number) {
    int bidder = (int) (number % visitors.tokens().size());
    return request
        .putHeader("Authorization", "Bearer " + visitors.tokens().get(bidder))
        .putHeader("Content-Type", "application/json")
        .putHeader("Idempotency-Key", "paced-" + (step + number));
  }

  private void told(HttpClientResponse answer, String body, long number) {
    boolean counts = number >= uncounted;
    if (counts) {
      latencies.add(System.nanoTime() - begun - number * nanosPerBid);
    }
    if (answer.statusCode() == 201) {
      accepted.accept(body);
    } else if (counts) {
      refused++;
    }
    answered++;
    if (answered == bids) {
      over.complete(null);
    }
  }
}
