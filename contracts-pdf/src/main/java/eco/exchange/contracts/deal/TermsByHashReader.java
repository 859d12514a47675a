package eco.exchange.contracts.deal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import eco.exchange.sharing.SharingTerms;
import java.io.IOException;
import java.util.Map;

/** A reader that puts those of the terms that are at hand in the place of their hash. */
final class TermsByHashReader extends StdScalarDeserializer<SharingTerms> {

  static final String TERMS = "terms";
  private static final long serialVersionUID = 1;

  TermsByHashReader() {
    super(SharingTerms.class);
  }

  @Override
  public SharingTerms deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    String hash = json.getText();
    if (context.getAttribute(TERMS) instanceof Map<?, ?> byHash
        && byHash.get(hash) instanceof SharingTerms terms) {
      return terms;
    }
    throw context.weirdStringException(hash, SharingTerms.class, "other terms");
  }
}
