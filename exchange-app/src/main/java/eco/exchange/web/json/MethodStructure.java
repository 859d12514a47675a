package eco.exchange.web.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import eco.exchange.web.problem.UnfitJson;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The JSON form of how something is sold: the name of the method and what it is told, for example
 * {@code {"method": "ENGLISH_ONLINE", "quietTime": "PT5M"}}.
 */
final class MethodStructure {

  private static final String METHOD = "method";

  private MethodStructure() {}

  /** Writes the name of the method beside what it is told. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = METHOD)
  interface Named {}

  /** The names by which the methods are told. */
  static NamedType[] names() {
    return Arrays.stream(TradeMethod.values())
        .map(method -> new NamedType(method.terms(), method.name()))
        .toArray(NamedType[]::new);
  }

  /** Reads what a method is told, strictly. */
  static final class Reader extends JsonDeserializer<MethodTerms> {

    @Override
    public MethodTerms deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = context.readTree(parser);
      String name = json.path(METHOD).asText();
      Class<? extends MethodTerms> terms =
          Arrays.stream(TradeMethod.values())
              .filter(method -> method.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unfit(parser, METHOD, "must be one of " + methods()))
              .terms();
      for (RecordComponent part : terms.getRecordComponents()) {
        if (!json.has(part.getName()) && part.getType() != Optional.class) {
          throw unfit(parser, part.getName(), "is missing");
        }
      }
      return context.readTreeAsValue(json, terms);
    }

    // The name of the method is read above.
    @Override
    public MethodTerms deserializeWithType(
        JsonParser parser, DeserializationContext context, TypeDeserializer type)
        throws IOException {
      return deserialize(parser, context);
    }

    private static String methods() {
      return Arrays.stream(TradeMethod.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static UnfitJson unfit(JsonParser parser, String field, String must) {
      UnfitJson unfit = new UnfitJson(parser, must);
      unfit.prependPath(MethodTerms.class, field);
      return unfit;
    }
  }
}
