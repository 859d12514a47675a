package eco.exchange.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import eco.exchange.money.Percentage;
import eco.exchange.web.problem.UnfitJson;
import java.io.IOException;

/** The reader of a part of a whole, for example {@code {"ppm": 125000}} for 12.5 %. */
final class ShareJson extends JsonDeserializer<Percentage> {

  @Override
  public Percentage deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode json = context.readTree(parser);
    JsonNode ppm = json.path("ppm");
    boolean isShare =
        json.isObject()
            && json.size() == 1
            && ppm.isInt()
            && ppm.intValue() >= 0
            && ppm.intValue() <= Percentage.WHOLE_PPM;
    if (!isShare) {
      throw new UnfitJson(parser, "must be {\"ppm\": 125000}, a part of 1000000");
    }
    return new Percentage(ppm.intValue());
  }
}
