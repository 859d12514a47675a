package eco.exchange.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The bodies of requests, in the form that the public interface asks for. */
final class Body {

  private Body() {}

  static JsonNode nothing() {
    return MissingNode.getInstance();
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode money(String amount) {
    return empty().put("amount", amount).put("currency", "CNY");
  }

  static ObjectNode price(String amount) {
    return empty().set("price", money(amount));
  }

  /** Papers as they are filed: a name and the SHA-256 of the content. */
  static ObjectNode papers(List<String> names) {
    ObjectNode body = empty();
    for (String name : names) {
      body.withArray("papers").addObject().put("name", name).put("sha256", sha256(name));
    }
    return body;
  }

  /** A listing from its facts; amounts are told with their currency. */
  static ObjectNode listing(JsonNode facts, String product, String appraisal) {
    ObjectNode body = facts.deepCopy();
    for (String amount : List.of("reserve", "increment", "deposit")) {
      body.set(amount, money(facts.path(amount).asText()));
    }
    return body.put("product", product).put("appraisal", appraisal);
  }

  static ObjectNode appraisal(JsonNode facts, String product, String day) {
    ObjectNode body = empty().put("product", product).put("valuedOn", day);
    body.set("value", money(facts.path("value").asText()));
    return body.put("method", facts.path("method").asText())
        .put("reportNumber", facts.path("reportNumber").asText())
        .put("reportSha256", sha256(facts.path("report").asText()));
  }

  static ObjectNode receipt(
      String reference, String subAccount, JsonNode amount, String payer, String arrivedAt) {
    ObjectNode body = empty().put("reference", reference).put("subAccount", subAccount);
    body.set("amount", amount);
    return body.put("payer", payer).put("arrivedAt", arrivedAt);
  }

  static ObjectNode revenue(int year, JsonNode facts) {
    ObjectNode body = empty().put("year", year).put("evidence", facts.path("evidence").asText());
    return body.set("revenue", money(facts.path("amount").asText()));
  }

  /** The sub-account that a revenue report asks to be filled. */
  static ObjectNode subAccount(JsonNode report) {
    ObjectNode account = empty().put("number", report.path("subAccount").asText());
    return account.set("expected", report.path("revenue"));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
