package eco.exchange.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import eco.exchange.web.problem.UnfitJson;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sharing terms in JSON: the very structure whose hash the contract prints. */
final class TermsStructure {

  private TermsStructure() {}

  /** Writes terms in their canonical form. */
  static final class Writer extends JsonSerializer<SharingTerms> {
    @Override
    public void serialize(SharingTerms terms, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeRawValue(TermsJson.write(terms));
    }
  }

  /** Reads terms, strictly. */
  static final class Reader extends JsonDeserializer<SharingTerms> {
    @Override
    public SharingTerms deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode json = context.readTree(parser);
      try {
        return TermsJson.read(json.toString());
      } catch (IllegalArgumentException e) {
        throw new UnfitJson(parser, "must be sharing terms: " + fault(e.getMessage()));
      }
    }

    // The message of an unknown constant names a class of ours.
    private static String fault(@Nullable String message) {
      return message == null || message.startsWith("No enum constant")
          ? "an unknown principle or income " + lastWord(message)
          : message;
    }

    private static String lastWord(@Nullable String message) {
      return message == null ? "" : message.substring(message.lastIndexOf('.') + 1);
    }
  }
}
