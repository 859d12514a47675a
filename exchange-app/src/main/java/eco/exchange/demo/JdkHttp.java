package eco.exchange.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The HTTP client of Java itself. No answer at all is status 0, so that the walk can try again. */
final class JdkHttp implements Http {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI exchange;

  JdkHttp(URI exchange) {
    this.exchange = exchange;
  }

  @Override
  public Reply send(String method, String path, Map<String, String> headers, JsonNode body) {
    try {
      HttpResponse<byte[]> response =
          client.send(request(method, path, headers, body), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), parsed(response.body()));
    } catch (IOException e) {
      return new Reply(0, MissingNode.getInstance());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WalkFailed("broken off", e);
    }
  }

  @Override
  public byte[] file(String path, Map<String, String> headers) {
    try {
      HttpRequest request = request("GET", path, headers, MissingNode.getInstance());
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new WalkFailed("%s answered %d".formatted(path, response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw new WalkFailed("%s could not be fetched".formatted(path), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WalkFailed("broken off", e);
    }
  }

  private HttpRequest request(
      String method, String path, Map<String, String> headers, JsonNode body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(exchange.resolve(path)).timeout(PATIENCE);
    headers.forEach(request::header);
    if (body.isMissingNode()) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
        .build();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return body.length == 0
          ? MissingNode.getInstance()
          : JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
