package eco.exchange.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON of which the same content always has the same bytes (RFC 8785), and its strict reading. */
final class CanonicalJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalJson() {}

  static String write(ObjectNode json) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("JSON that cannot be written", e);
    }
  }

  /** Reads an object; throws an {@link IllegalArgumentException} if the text is none. */
  static JsonFields read(String text) {
    try {
      return new JsonFields(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
