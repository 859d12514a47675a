package eco.exchange.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * A few requests that show the JVM which classes an exchange needs, so that it can keep them for
 * the next start. Their answers do not matter.
 */
final class TrainingRequests {

  private static final List<String> PAGES =
      List.of(
          "/health/ready", "/openapi?format=json", "/metrics", "/", "/api/v1/trades", "/nowhere");

  private final URI exchange;

  TrainingRequests(URI exchange) {
    this.exchange = exchange;
  }

  void run() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        HttpRequest get = HttpRequest.newBuilder(exchange.resolve(page)).build();
        client.send(get, BodyHandlers.discarding());
      }
      HttpRequest signIn =
          HttpRequest.newBuilder(exchange.resolve("/api/v1/sessions"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"login\":\"nobody\",\"password\":\"training\"}"))
              .build();
      client.send(signIn, BodyHandlers.discarding());
    }
  }
}
