package eco.exchange.contracts.clause;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;

/** Puts the terms that are at hand in the place of their hash. */
final class TermsByHash extends StdScalarDeserializer<SharingTerms> {

  static final String TERMS = "terms";
  private static final long serialVersionUID = 1;

  TermsByHash() {
    super(SharingTerms.class);
  }

  @Override
  public SharingTerms deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    SharingTerms terms = (SharingTerms) context.getAttribute(TERMS);
    if (!TermsJson.hash(terms).equals(json.getText())) {
      throw context.weirdStringException(json.getText(), SharingTerms.class, "other terms");
    }
    return terms;
  }
}
