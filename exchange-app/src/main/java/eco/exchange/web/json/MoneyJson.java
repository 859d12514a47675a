package eco.exchange.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import eco.exchange.money.Money;
import eco.exchange.web.problem.UnfitJson;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Amounts in JSON, for example {@code {"amount": "123.45", "currency": "CNY"}}.
 *
 * <p>The amount is a text, never a number: many readers of JSON make doubles of numbers. Callers
 * never send negative amounts, though a view may show one.
 */
final class MoneyJson {

  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9]\\d{0,13})(\\.\\d{1,2})?");

  private MoneyJson() {}

  /** Writes amounts. */
  static final class Writer extends JsonSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("amount", money.decimal());
      json.writeStringField("currency", Money.CURRENCY);
      json.writeEndObject();
    }
  }

  /** Reads amounts. */
  static final class Reader extends JsonDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      JsonNode json = context.readTree(parser);
      if (!json.isObject() || json.size() != 2) {
        throw new UnfitJson(parser, "must be {\"amount\": \"123.45\", \"currency\": \"CNY\"}");
      }
      if (!json.path("currency").asText().equals(Money.CURRENCY)) {
        throw unfit(parser, "currency", "must be CNY");
      }
      JsonNode amount = json.path("amount");
      if (!amount.isTextual() || !DECIMAL.matcher(amount.textValue()).matches()) {
        throw unfit(
            parser, "amount", "must be a decimal text of yuan with at most two places: \"123.45\"");
      }
      return Money.yuan(amount.textValue());
    }

    private static UnfitJson unfit(JsonParser parser, String field, String must) {
      UnfitJson unfit = new UnfitJson(parser, must);
      unfit.prependPath(Money.class, field);
      return unfit;
    }
  }
}
