package eco.exchange.lab.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bidders of a trial, signed in at an exchange.
 *
 * @param exchange where it is
 * @param tokens the access token of each
 */
public record SignedInBidders(URI exchange, List<String> tokens) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static SignedInBidders signIn(URI exchange) throws IOException, InterruptedException {
    List<String> tokens = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int bidder = 0; bidder < TrialLots.BIDDERS; bidder++) {
        tokens.add(token(client, exchange, bidder));
      }
    }
    return new SignedInBidders(exchange, List.copyOf(tokens));
  }

  private static String token(HttpClient client, URI exchange, int bidder)
      throws IOException, InterruptedException {
    Map<String, String> body =
        Map.of("login", TrialLots.login(bidder), "password", TrialLots.PASSWORD);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(exchange.resolve("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new LoadTool.Failed("a bidder cannot sign in: " + answer.body());
    }
    return JSON.readTree(answer.body()).path("accessToken").asText();
  }
}
