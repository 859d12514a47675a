package eco.exchange.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.money.Money;
import eco.exchange.money.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The one canonical JSON form of sharing terms, and its hash.
 *
 * <p>The same terms always give the same bytes (RFC 8785), so their SHA-256 names them: it is
 * printed on the contract, and settlement refuses terms with another hash. Reading is strict: an
 * unknown field, a missing one or one of another type is refused.
 */
public final class TermsJson {

  private static final String FORM = "eco.exchange/sharing-terms/1";
  private static final String RESIDUE = "LARGEST_REMAINDER_CARRIED_FORWARD";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TermsJson() {}

  /** The canonical text of the terms. */
  public static String write(SharingTerms terms) {
    ObjectNode root = JSON.createObjectNode();
    root.put("form", FORM).put("currency", Money.CURRENCY).put("residue", RESIDUE);
    ArrayNode payees = root.putArray("payees");
    terms.payees().forEach(payee -> write(payee, payees.addObject()));
    ArrayNode waterfalls = root.putArray("waterfalls");
    terms.waterfalls().forEach(waterfall -> write(waterfall, waterfalls.addObject()));
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(root)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("terms that cannot be written", e);
    }
  }

  /** The SHA-256 of the canonical text, as 64 hexadecimal digits. */
  public static String hash(SharingTerms terms) {
    return sha256(write(terms));
  }

  /**
   * Reads terms.
   *
   * @throws IllegalArgumentException if the text is not exactly the form of sharing terms
   */
  public static SharingTerms read(String text) {
    try {
      return terms(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The SHA-256 of a text, as 64 hexadecimal digits. */
  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(Payee payee, ObjectNode json) {
    json.put("key", payee.key());
    json.put("name", payee.name());
    json.put("principle", payee.principle().name());
  }

  private static void write(Waterfall waterfall, ObjectNode json) {
    json.put("income", waterfall.income().name());
    write(waterfall.steps(), json.putArray("steps"));
  }

  private static void write(List<Step> steps, ArrayNode array) {
    for (Step step : steps) {
      ObjectNode json = array.addObject();
      switch (step) {
        case Step.Fixed fixed ->
            json.put("step", "fixed")
                .put("payee", fixed.payee())
                .put("amount", fixed.amount().decimal());
        case Step.Percent percent ->
            json.put("step", "percent")
                .put("payee", percent.payee())
                .put("ppm", percent.share().ppm());
        case Step.Remainder rest -> json.put("step", "remainder").put("payee", rest.payee());
        case Step.Group group -> {
          json.put("step", "group").put("name", group.name()).put("ppm", group.share().ppm());
          write(group.steps(), json.putArray("steps"));
        }
      }
    }
  }

  private static SharingTerms terms(JsonNode json) {
    fields(json, "form", "currency", "residue", "payees", "waterfalls");
    same(json, "form", FORM);
    same(json, "currency", Money.CURRENCY);
    same(json, "residue", RESIDUE);
    return new SharingTerms(
        list(json, "payees", TermsJson::payee), list(json, "waterfalls", TermsJson::waterfall));
  }

  private static Payee payee(JsonNode json) {
    fields(json, "key", "name", "principle");
    return new Payee(
        text(json, "key"), text(json, "name"), constant(Principle.class, json, "principle"));
  }

  private static Waterfall waterfall(JsonNode json) {
    fields(json, "income", "steps");
    return new Waterfall(
        constant(Income.class, json, "income"), list(json, "steps", TermsJson::step));
  }

  private static Step step(JsonNode json) {
    String kind = text(json, "step");
    switch (kind) {
      case "fixed" -> {
        fields(json, "step", "payee", "amount");
        return new Step.Fixed(text(json, "payee"), amount(text(json, "amount")));
      }
      case "percent" -> {
        fields(json, "step", "payee", "ppm");
        return new Step.Percent(text(json, "payee"), share(json));
      }
      case "remainder" -> {
        fields(json, "step", "payee");
        return new Step.Remainder(text(json, "payee"));
      }
      case "group" -> {
        fields(json, "step", "name", "ppm", "steps");
        return new Step.Group(
            text(json, "name"), share(json), list(json, "steps", TermsJson::step));
      }
      default -> throw new IllegalArgumentException("no such step: " + kind);
    }
  }

  private static Money amount(String decimal) {
    try {
      return Money.yuan(decimal);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("no amount in yuan and fen: " + decimal, e);
    }
  }

  private static Share share(JsonNode json) {
    JsonNode ppm = json.get("ppm");
    if (ppm == null || !ppm.isInt()) {
      throw new IllegalArgumentException("'ppm' must be a whole number");
    }
    return new Share(ppm.intValue());
  }

  private static void fields(JsonNode json, String... allowed) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("an object is expected, not " + json.getNodeType());
    }
    List<String> unknown = new ArrayList<>();
    json.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(Set.of(allowed));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown fields " + unknown);
    }
  }

  private static void same(JsonNode json, String field, String expected) {
    if (!text(json, field).equals(expected)) {
      throw new IllegalArgumentException("'%s' must be %s".formatted(field, expected));
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String field) {
    String name = text(json, field);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such %s: %s".formatted(field, name)));
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("'%s' must be a text".formatted(field));
    }
    return value.textValue();
  }

  private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> each) {
    JsonNode value = json.get(field);
    if (value == null || !value.isArray()) {
      throw new IllegalArgumentException("'%s' must be a list".formatted(field));
    }
    List<T> list = new ArrayList<>();
    value.forEach(item -> list.add(each.apply(item)));
    return list;
  }
}
