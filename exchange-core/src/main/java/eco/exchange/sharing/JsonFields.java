package eco.exchange.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object, read strictly, each by its name and type; {@link #end} refuses those
 * that nobody has asked for.
 *
 * <p>Whatever is not as it must be throws an {@link IllegalArgumentException} that says so.
 */
final class JsonFields {

  // Plain and short: no amount is so large that fen do not count it.
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9]\\d{0,14})(\\.\\d{1,2})?");

  private final JsonNode json;
  private final Set<String> asked = new HashSet<>();

  JsonFields(JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("an object is expected, not " + json.getNodeType());
    }
    this.json = json;
  }

  boolean has(String field) {
    return json.has(field);
  }

  String text(String field) {
    JsonNode value = value(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("'%s' must be a text".formatted(field));
    }
    return value.textValue();
  }

  void same(String field, String expected) {
    if (!text(field).equals(expected)) {
      throw new IllegalArgumentException("'%s' must be %s".formatted(field, expected));
    }
  }

  int number(String field) {
    JsonNode value = value(field);
    if (!value.isInt()) {
      throw new IllegalArgumentException("'%s' must be a whole number".formatted(field));
    }
    return value.intValue();
  }

  Percentage share(String field) {
    return new Percentage(number(field));
  }

  Money money(String field) {
    String decimal = text(field);
    if (!AMOUNT.matcher(decimal).matches()) {
      throw new IllegalArgumentException(
          "'%s' must be an amount in yuan and fen, such as 123.45".formatted(field));
    }
    return Money.yuan(decimal);
  }

  LocalDate date(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'%s' must be a date".formatted(field), e);
    }
  }

  <E extends Enum<E>> E constant(Class<E> type, String field) {
    String name = text(field);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such %s: %s".formatted(field, name)));
  }

  JsonFields object(String field) {
    return new JsonFields(value(field));
  }

  <T> List<T> list(String field, Function<JsonFields, T> each) {
    JsonNode value = value(field);
    if (!value.isArray()) {
      throw new IllegalArgumentException("'%s' must be a list".formatted(field));
    }
    List<T> list = new ArrayList<>();
    value.forEach(item -> list.add(each.apply(new JsonFields(item))));
    return list;
  }

  Rational exact(String field) {
    String number = text(field);
    try {
      return Rational.parse(number);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'%s' is %s".formatted(field, e.getMessage()), e);
    }
  }

  /** Every field, whatever its name, by what is read of it. */
  <T> Map<String, T> all(BiFunction<JsonFields, String, T> each) {
    Map<String, T> all = new LinkedHashMap<>();
    json.fieldNames().forEachRemaining(name -> all.put(name, each.apply(this, name)));
    return all;
  }

  /** Refuses a field that nobody has asked for. */
  void end() {
    List<String> unknown =
        json.propertyStream().map(Map.Entry::getKey).filter(name -> !asked.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown fields " + unknown);
    }
  }

  private JsonNode value(String field) {
    asked.add(field);
    return json.path(field);
  }
}
