package eco.exchange.rulebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the usual terms of a method of the numbers that an edition has for it; of a method that no
 * numbers can tell whole, which then has none, it makes nothing.
 */
@SuppressWarnings("rawtypes") // Jackson names the class of an Optional, not what is in it
final class UsualTermsReader extends StdDeserializer<Optional> {

  static final String METHOD = "method";

  private static final long serialVersionUID = 1L;

  UsualTermsReader() {
    super(Optional.class);
  }

  private record Quiet(Duration quietTime) {}

  private record Nothing() {}

  @Override
  public Optional<MethodTerms> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    ObjectNode numbers = (ObjectNode) context.readTree(json);
    TradeMethod method = context.readTreeAsValue(numbers.remove(METHOD), TradeMethod.class);
    return switch (method) {
      case ENGLISH_ONLINE ->
          Optional.of(
              new MethodTerms.English(
                  context.readTreeAsValue(numbers, Quiet.class).quietTime, Optional.empty()));
      case LISTING_THEN_TIMED, SEALED_ONE_SHOT, PRICE_TIME, NEGOTIATED ->
          Optional.of(context.readTreeAsValue(numbers, method.terms()));
      case WEIGHTED, DESCENDING, TENDER, SHARE_OF_REVENUE -> {
        context.readTreeAsValue(numbers, Nothing.class);
        yield Optional.empty();
      }
    };
  }
}
