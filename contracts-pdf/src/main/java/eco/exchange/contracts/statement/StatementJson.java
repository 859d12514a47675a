package eco.exchange.contracts.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Distribution;
import eco.exchange.sharing.Income;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical JSON form of a statement (RFC 8785).
 *
 * <p>Amounts are decimal strings in yuan, what is carried are decimal strings in fen. Reading is
 * strict: an unknown field, a missing one or one of another type is refused.
 */
public final class StatementJson {

  private static final String FORM = "eco.exchange/distribution-statement/1";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StatementJson() {}

  /** The canonical text of a statement. */
  public static String write(Statement statement) {
    ObjectNode root = JSON.createObjectNode();
    root.put("form", FORM)
        .put("contract", statement.contract().number())
        .put("termsHash", statement.termsHash())
        .put("income", statement.income().name())
        .put("year", statement.year())
        .put("whole", statement.whole().decimal());
    ObjectNode carriedIn = root.putObject("carriedIn");
    statement.carriedIn().forEach((payee, fen) -> carriedIn.put(payee, plain(fen)));
    ArrayNode parts = root.putArray("parts");
    for (Distribution.Part part : statement.parts()) {
      parts
          .addObject()
          .put("payee", part.payee())
          .put("amount", part.amount().decimal())
          .put("carry", plain(part.carry()));
    }
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(root)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("a statement that cannot be written", e);
    }
  }

  /**
   * Reads a statement.
   *
   * @throws IllegalArgumentException if the text is not exactly the form of a statement
   */
  public static Statement read(String text) {
    try {
      return statement(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("an amount with a part of a fen", e);
    }
  }

  private static Statement statement(JsonNode json) {
    fields(
        json,
        Set.of("form", "contract", "termsHash", "income", "year", "whole", "carriedIn", "parts"));
    if (!text(json, "form").equals(FORM)) {
      throw new IllegalArgumentException("'form' must be " + FORM);
    }
    if (!json.path("year").isInt() || !json.path("parts").isArray()) {
      throw new IllegalArgumentException("'year' must be a number and 'parts' a list");
    }
    List<Distribution.Part> parts = new ArrayList<>();
    json.path("parts").forEach(part -> parts.add(part(part)));
    return new Statement(
        ContractId.parse(text(json, "contract")),
        text(json, "termsHash"),
        Income.valueOf(text(json, "income")),
        json.path("year").intValue(),
        Money.yuan(text(json, "whole")),
        carriedIn(json.path("carriedIn")),
        parts);
  }

  private static Distribution.Part part(JsonNode json) {
    fields(json, Set.of("payee", "amount", "carry"));
    return new Distribution.Part(
        text(json, "payee"), Money.yuan(text(json, "amount")), fen(text(json, "carry")));
  }

  private static Map<String, BigDecimal> carriedIn(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("'carriedIn' must be an object");
    }
    Map<String, BigDecimal> carried = new LinkedHashMap<>();
    json.fieldNames().forEachRemaining(payee -> carried.put(payee, fen(text(json, payee))));
    return carried;
  }

  private static void fields(JsonNode json, Set<String> expected) {
    List<String> found = new ArrayList<>();
    json.fieldNames().forEachRemaining(found::add);
    if (!Set.copyOf(found).equals(expected)) {
      throw new IllegalArgumentException("fields %s, not %s".formatted(found, expected));
    }
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' must be a text".formatted(field));
    }
    return value.textValue();
  }

  private static BigDecimal fen(String text) {
    return new BigDecimal(text);
  }

  private static String plain(BigDecimal fen) {
    return fen.stripTrailingZeros().toPlainString();
  }
}
