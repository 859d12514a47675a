package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An HTTP client as the walk needs it: JSON there, JSON back. Tests bring one of their own. */
public interface Http {

  /**
   * Sends one request and returns whatever is answered, refusals included.
   *
   * @param method GET or POST
   * @param path the path from the root of the exchange, for example /api/v1/listings
   * @param headers further headers, for example Authorization
   * @param body the body, or a missing node for none
   */
  Reply send(String method, String path, Map<String, String> headers, JsonNode body);

  /** Fetches a file. */
  byte[] file(String path, Map<String, String> headers);

  /**
   * What was answered.
   *
   * @param status the status code; 0 if there was no answer at all
   * @param body the body; a missing node if it is empty
   */
  record Reply(int status, JsonNode body) {

    /** Whether the request was carried out. */
    public boolean isDone() {
      return status >= 200 && status < 300;
    }

    /** The stable code of a refusal, or an empty text. */
    public String code() {
      return body.path("code").asText("");
    }
  }
}
