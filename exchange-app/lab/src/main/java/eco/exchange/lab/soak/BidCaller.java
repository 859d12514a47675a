package eco.exchange.lab.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.money.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A caller that places attempts over HTTP, and says what it heard. */
final class BidCaller implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int ACCEPTED = 201;
  private static final int SIGNED_OUT = 401;
  private static final int SERVER_FAULT = 500;

  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(threads)
          .build();

  /** Asks an exchange once. */
  AttemptAnswer place(URI exchange, String token, BidAttempt attempt) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                exchange.resolve("/api/v1/trades/%s/bids".formatted(attempt.lot().code())))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", attempt.key())
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"price\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}"
                        .formatted(attempt.price().decimal())))
            .build();
    try {
      return heard(client.send(request, BodyHandlers.ofString()));
    } catch (IOException unanswered) {
      return new AttemptAnswer.Nothing();
    }
  }

  private AttemptAnswer heard(HttpResponse<String> answer) throws IOException {
    int status = answer.statusCode();
    if (status >= SERVER_FAULT || status == SIGNED_OUT) {
      return new AttemptAnswer.Nothing();
    }
    JsonNode body = json.readTree(answer.body());
    return status == ACCEPTED
        ? new AttemptAnswer.Accepted(
            body.path("seq").asLong(),
            Money.yuan(body.path("price").path("amount").asText()),
            body.path("placedAt").asText(),
            body.path("closesAt").asText())
        : new AttemptAnswer.Refused(body.path("code").asText());
  }

  /** Signs all bidders in, as often as it takes for an exchange to come up. */
  static SignedInBidders signIn(URI exchange) throws InterruptedException {
    while (true) {
      try {
        return SignedInBidders.signIn(exchange);
      } catch (IOException notYet) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  @Override
  public void close() {
    client.close();
    threads.close();
  }
}
