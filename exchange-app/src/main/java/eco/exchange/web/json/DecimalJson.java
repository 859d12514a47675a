package eco.exchange.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Decimal numbers in JSON, for example {@code "36000.5"}: quantities, areas, fractions of a fen.
 *
 * <p>They are texts for the same reason as amounts: many readers of JSON make doubles of numbers.
 */
final class DecimalJson {

  // Plain and short: a few letters such as 1E999999999 would otherwise fill the memory.
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");

  private DecimalJson() {}

  static BigDecimal read(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("not a plain decimal number");
    }
    return new BigDecimal(text);
  }

  /** Writes decimal numbers. */
  static final class Writer extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal number, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(number.toPlainString());
    }
  }
}
