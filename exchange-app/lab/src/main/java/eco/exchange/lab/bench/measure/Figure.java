package eco.exchange.lab.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;

/**
 * One measured figure.
 *
 * @param name what was measured, for example hot_door_ratio
 * @param value how much it was
 * @param unit in what, for example bids/s
 */
public record Figure(String name, BigDecimal value, String unit) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Figure of(String name, long value, String unit) {
    return new Figure(name, BigDecimal.valueOf(value), unit);
  }

  /** The figure of a bench as a line of JSON. */
  String line(String bench) {
    return JSON.createObjectNode()
        .put("bench", bench)
        .put("figure", name)
        .put("value", value)
        .put("unit", unit)
        .toString();
  }

  /** Reads a line that {@link #line} wrote. */
  static Figure read(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return new Figure(
          json.path("figure").asText(),
          new BigDecimal(json.path("value").asText()),
          json.path("unit").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no figure: " + line, e);
    }
  }
}
