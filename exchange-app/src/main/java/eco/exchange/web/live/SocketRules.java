package eco.exchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemException;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rules of WebSockets: whose pages may open one, and the little that it may say. */
@ApplicationScoped
class SocketRules implements HttpServerOptionsCustomizer {

  private static final int MESSAGE_BYTES_MAX = 1_024;
  private static final long PING_MILLIS = 15_000;
  private static final short NOT_ALLOWED = 1008;

  private final Vertx vertx;
  private final ObjectMapper json;
  private final List<String> origins;

  SocketRules(
      Vertx vertx,
      ObjectMapper json,
      @ConfigProperty(name = "exchange.live.origins") Optional<List<String>> origins) {
    this.vertx = vertx;
    this.json = json;
    this.origins = origins.orElse(List.of());
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    limit(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    limit(options);
  }

  private static void limit(HttpServerOptions options) {
    options.setMaxWebSocketFrameSize(MESSAGE_BYTES_MAX);
    options.setMaxWebSocketMessageSize(MESSAGE_BYTES_MAX);
  }

  /**
   * Refuses the pages of other sites. A browser opens a WebSocket to wherever a page wants, and
   * only says whose page it was; whoever is no browser says nothing.
   *
   * @throws ProblemException if the page is of another site
   */
  void refuseStrangers(HttpServerRequest request) {
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      throw new ProblemException(Problem.of(HttpProblem.UPGRADE_REQUIRED));
    }
    if (origin != null && !origins.contains(origin) && !isOwn(origin, request)) {
      throw new ProblemException(Problem.of(HttpProblem.ORIGIN_REFUSED));
    }
  }

  private static boolean isOwn(String origin, HttpServerRequest request) {
    try {
      @Nullable String host = request.getHeader(HttpHeaders.HOST);
      return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** Serves a socket: takes the one message that there is, pings, and tells when it is gone. */
  void serve(ServerWebSocket socket, WatcherFeed feed, Runnable left) {
    AtomicBoolean heard = new AtomicBoolean(true);
    long pings =
        vertx.setPeriodic(
            PING_MILLIS,
            tick -> {
              if (heard.getAndSet(false)) {
                socket.writePing(Buffer.buffer());
              } else {
                socket.close();
              }
            });
    socket.pongHandler(pong -> heard.set(true));
    socket.textMessageHandler(text -> take(text, socket, feed));
    socket.binaryMessageHandler(bytes -> refuse(socket));
    socket.exceptionHandler(broken -> socket.close());
    socket.closeHandler(
        closed -> {
          vertx.cancelTimer(pings);
          left.run();
        });
  }

  // A second question while the first is being answered would make the exchange work for nobody.
  private void take(String text, ServerWebSocket socket, WatcherFeed feed) {
    OptionalLong after = after(text);
    if (after.isEmpty() || feed.isCatchingUp()) {
      refuse(socket);
    } else {
      feed.resume(after.getAsLong());
    }
  }

  private static void refuse(ServerWebSocket socket) {
    socket.close(NOT_ALLOWED, "say {\"after\": n} or nothing");
  }

  private OptionalLong after(String text) {
    try {
      JsonNode said = json.readTree(text);
      JsonNode after = said.path("after");
      boolean fits = said.size() == 1 && after.isIntegralNumber() && after.canConvertToLong();
      return fits && after.asLong() >= 0 ? OptionalLong.of(after.asLong()) : OptionalLong.empty();
    } catch (JsonProcessingException e) {
      return OptionalLong.empty();
    }
  }
}
