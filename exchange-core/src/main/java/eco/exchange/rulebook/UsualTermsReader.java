package eco.exchange.rulebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.TradeMethod;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The reader of the usual terms of a method from the numbers that an edition has for it; of a
 * method without usual terms an edition must have none.
 */
@SuppressWarnings("rawtypes") // Jackson names the class of an Optional, not what is in it
final class UsualTermsReader extends StdDeserializer<Optional> {

  static final String METHOD = "method";

  private static final long serialVersionUID = 1L;

  UsualTermsReader() {
    super(Optional.class);
  }

  private record Nothing() {}

  @Override
  public Optional<MethodTerms> deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    ObjectNode numbers = (ObjectNode) context.readTree(json);
    TradeMethod method = context.readTreeAsValue(numbers.remove(METHOD), TradeMethod.class);
    if (!method.hasUsualTerms()) {
      context.readTreeAsValue(numbers, Nothing.class);
      return Optional.empty();
    }
    // No edition tells what terms may leave open.
    Arrays.stream(method.terms().getRecordComponents())
        .filter(part -> part.getType() == Optional.class)
        .forEach(part -> numbers.putIfAbsent(part.getName(), NullNode.getInstance()));
    return Optional.of(context.readTreeAsValue(numbers, method.terms()));
  }

  @Override
  public Optional<MethodTerms> getNullValue(DeserializationContext context) {
    return Optional.empty();
  }
}
