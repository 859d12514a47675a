package eco.exchange.lab.bench.bids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.lab.bench.measure.Latencies;
import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.TrialLots;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The clients that watch a lot while others bid. All of it happens on one event loop. */
final class StreamClients {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 100;
  private static final long PAUSE_MILLIS = 50;
  private static final long PATIENCE_SECONDS = 60;

  private final Vertx vertx;
  private final NetClient client;
  private final URI exchange;
  private final List<StreamClient> watchers = new ArrayList<>();
  private final Map<Long, Instant> placed = new HashMap<>();
  private final CompletableFuture<Void> seated = new CompletableFuture<>();

  StreamClients(Vertx vertx, URI exchange) {
    this.vertx = vertx;
    this.client = vertx.createNetClient();
    this.exchange = exchange;
  }

  /** Lets them sit down, some at a time, and waits until each has seen how the lot stands. */
  void sit(int number) throws InterruptedException, LoadTool.Failed {
    vertx.getOrCreateContext().runOnContext(none -> connect(number, number));
    try {
      seated.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LoadTool.Failed("the watchers could not sit down: " + e);
    }
  }

  private void connect(int all, int left) {
    int now = Math.min(left, AT_ONCE);
    for (int i = 0; i < now; i++) {
      client
          .connect(exchange.getPort(), exchange.getHost())
          .onSuccess(this::watch)
          .onFailure(seated::completeExceptionally);
    }
    boolean everybody =
        watchers.size() == all && watchers.stream().allMatch(StreamClient::isSeated);
    if (everybody) {
      seated.complete(null);
    } else {
      vertx.setTimer(PAUSE_MILLIS, later -> connect(all, left - now));
    }
  }

  private void watch(NetSocket socket) {
    StreamClient watcher = new StreamClient(Clock.systemUTC());
    watchers.add(watcher);
    socket.handler(RecordParser.newDelimited("\n", line -> hear(watcher, line)));
    socket
        .write(
            "GET /api/v1/trades/%s/live HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(TrialLots.WATCHED, exchange.getAuthority()))
        .onFailure(seated::completeExceptionally);
  }

  private void hear(StreamClient watcher, Buffer line) {
    String text = line.toString();
    if (text.startsWith("HTTP/") && !text.contains(" 200 ")) {
      seated.completeExceptionally(new IllegalStateException("a watcher is told " + text.strip()));
    }
    watcher.read(text);
  }

  /** Notes when an accepted bid counts as placed; called on the event loop. */
  void note(String answer) {
    try {
      JsonNode bid = JSON.readTree(answer);
      placed.put(bid.path("seq").asLong(), Instant.parse(bid.path("placedAt").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer that is no JSON: " + answer, e);
    }
  }

  /** How long each noted bid took to be seen by each watcher. */
  Latencies latencies() throws InterruptedException, LoadTool.Failed {
    CompletableFuture<Latencies> told = new CompletableFuture<>();
    // What is still on its way is waited for.
    vertx.setTimer(TimeUnit.SECONDS.toMillis(1), later -> told.complete(tell()));
    try {
      return told.get();
    } catch (ExecutionException e) {
      throw new LoadTool.Failed("the watchers cannot tell: " + e);
    }
  }

  private Latencies tell() {
    client.close();
    Latencies latencies = new Latencies();
    watchers.forEach(watcher -> watcher.tell(placed, latencies));
    return latencies;
  }
}
