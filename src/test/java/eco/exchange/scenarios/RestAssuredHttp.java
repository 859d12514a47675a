package eco.exchange.scenarios;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eco.exchange.acceptance.Http;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The walk's HTTP client of the tests. */
final class RestAssuredHttp implements Http {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Reply send(String method, String path, Map<String, String> headers, JsonNode body) {
    RequestSpecification request = given().headers(headers);
    if (!body.isMissingNode()) {
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      request = request.contentType("application/json").body(bytes);
    }
    Response response = request.request(method, path);
    return new Reply(response.statusCode(), parsed(response.asByteArray()));
  }

  @Override
  public byte[] file(String path, Map<String, String> headers) {
    return given().headers(headers).get(path).then().statusCode(200).extract().asByteArray();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
