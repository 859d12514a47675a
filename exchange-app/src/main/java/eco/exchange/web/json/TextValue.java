package eco.exchange.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import eco.exchange.web.problem.UnfitJson;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** The reader of a value that is written as one text, and as nothing else. */
final class TextValue<T> extends StdScalarDeserializer<T> {

  private static final long serialVersionUID = 1L;

  private final transient Function<String, T> read;
  private final String must;

  TextValue(Class<T> type, Function<String, T> read, String must) {
    super(type);
    this.read = read;
    this.must = must;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new UnfitJson(parser, must);
    }
    try {
      return read.apply(parser.getText());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnfitJson(parser, must);
    }
  }
}
