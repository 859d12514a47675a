package eco.exchange.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.EnumSet;

/**
 * The strict settings of Jackson: what is not exactly meant is refused, never guessed.
 *
 * <p>A field named twice or not known, a number where a text belongs, the position of an enum's
 * constant for its name: all of them have hidden mistakes about money before.
 */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

  // From whole numbers over fractions to truth values.
  private static final EnumSet<CoercionInputShape> NO_TEXTS =
      EnumSet.range(CoercionInputShape.Integer, CoercionInputShape.Boolean);

  @Override
  public void customize(ObjectMapper json) {
    json.registerModule(new MarketModule());
    json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    json.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    json.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    json.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    json.setSerializationInclusion(JsonInclude.Include.NON_ABSENT);
    refuseScalars(json);
  }

  @SuppressWarnings("deprecation") // the builder that replaces it cannot change a made mapper
  private static void refuseScalars(ObjectMapper json) {
    json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    for (CoercionInputShape scalar : NO_TEXTS) {
      json.coercionConfigFor(LogicalType.Textual).setCoercion(scalar, CoercionAction.Fail);
    }
  }
}
