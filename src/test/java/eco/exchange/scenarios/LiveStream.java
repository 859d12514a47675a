package eco.exchange.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream of server-sent events, as a test reads it. */
final class LiveStream implements AutoCloseable {

  /** One event; the last, of the name 'over', says that the exchange ended the stream. */
  record Event(String name, @Nullable String id, JsonNode data) {
    static final Event OVER = new Event("over", null, MissingNode.getInstance());
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final HttpResponse<Stream<String>> response;
  private final Map<String, String> fields = new HashMap<>();

  private LiveStream(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  static LiveStream of(String trade, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address("http", trade, ""));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new LiveStream(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines()));
  }

  static URI address(String scheme, String trade, String rest) {
    return URI.create(
        "%s://localhost:%d/api/v1/trades/%s/live%s"
            .formatted(scheme, RestAssured.port, trade, rest));
  }

  HttpResponse<?> response() {
    return response;
  }

  Event next() throws InterruptedException {
    Event event = events.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event").isNotNull();
    return event;
  }

  /** Reads on until an event fits, and tells that. */
  Event until(Predicate<Event> fits) throws InterruptedException {
    Event event = next();
    while (!fits.test(event)) {
      assertThat(event).isNotEqualTo(Event.OVER);
      event = next();
    }
    return event;
  }

  private void read() {
    try (Stream<String> lines = response.body()) {
      lines.forEach(this::take);
    } catch (RuntimeException closed) {
      // The test has closed the stream.
    } finally {
      events.add(Event.OVER);
    }
  }

  private void take(String line) {
    if (!line.isEmpty()) {
      fields.put(line.split(": ", 2)[0], line.split(": ", 2)[1]);
    } else if (fields.containsKey("event")) {
      events.add(
          new Event(
              fields.getOrDefault("event", ""),
              fields.get("id"),
              parsed(fields.getOrDefault("data", ""))));
      fields.clear();
    }
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @Override
  public void close() {
    response.body().close();
  }
}
