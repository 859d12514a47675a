package eco.exchange.contracts.clause;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical JSON form of a drawn deal, which the paper carries inside.
 *
 * <p>The sharing terms are a file of their own; in their place stands only their hash, so that no
 * number stands twice. Amounts and quantities are decimal strings. Reading is strict.
 */
public final class DealJson {

  private static final String FORM = "eco.exchange/deal/1";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Money.class, written(Money.class, Money::decimal))
                  .addDeserializer(Money.class, read(Money.class, Money::yuan))
                  .addSerializer(BigDecimal.class, written(BigDecimal.class, DealJson::plain))
                  .addDeserializer(BigDecimal.class, read(BigDecimal.class, BigDecimal::new))
                  .addSerializer(ContractId.class, written(ContractId.class, ContractId::number))
                  .addDeserializer(ContractId.class, read(ContractId.class, ContractId::parse))
                  .addSerializer(PartyId.class, written(PartyId.class, PartyId::toString))
                  .addDeserializer(PartyId.class, read(PartyId.class, PartyId::parse))
                  .addSerializer(SharingTerms.class, written(SharingTerms.class, TermsJson::hash))
                  .addDeserializer(SharingTerms.class, new TermsByHash()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private DealJson() {}

  /** The canonical text of a drawn deal. */
  public static String write(DrawnDeal drawn) {
    ObjectNode root = JSON.valueToTree(drawn);
    return canonical(
        root.put("form", FORM).put("template", Clauses.template(drawn.deal().terms())));
  }

  /** The SHA-256 of a deal by itself, whenever and in whatever words it is drawn. */
  public static String hash(Deal deal) {
    byte[] text = canonical(JSON.valueToTree(deal)).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String canonical(JsonNode json) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(json)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("a deal that cannot be written", e);
    }
  }

  /** The hash of the sharing terms that a text names; empty text if it names none. */
  public static String termsHash(String text) {
    return object(text).path("deal").path("terms").asText();
  }

  /** The template that a text names; empty text if it names none. */
  public static String template(String text) {
    return object(text).path("template").asText();
  }

  /**
   * Reads a drawn deal.
   *
   * @param text the deal
   * @param terms the sharing terms, which stand in a file of their own
   * @throws IllegalArgumentException if the text is not exactly the form of a deal, or if it names
   *     other terms
   */
  public static DrawnDeal read(String text, SharingTerms terms) {
    ObjectNode root = object(text);
    if (!FORM.equals(root.path("form").asText())) {
      throw new IllegalArgumentException("'form' must be " + FORM);
    }
    root.remove(List.of("form", "template"));
    try {
      return JSON.readerFor(DrawnDeal.class)
          .withAttribute(TermsByHash.TERMS, terms)
          .readValue(root);
    } catch (IOException e) {
      throw new IllegalArgumentException("no deal: " + e.getMessage(), e);
    }
  }

  private static ObjectNode object(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException("an object is expected");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static <T> StdScalarSerializer<T> written(Class<T> type, Function<T, String> text) {
    return new StdScalarSerializer<>(type) {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeString(text.apply(value));
      }
    };
  }

  private static <T> StdScalarDeserializer<T> read(Class<T> type, Function<String, T> value) {
    return new StdScalarDeserializer<>(type) {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        try {
          return value.apply(json.getText());
        } catch (RuntimeException e) {
          throw context.weirdStringException(json.getText(), type, String.valueOf(e.getMessage()));
        }
      }
    };
  }

  /** Puts the terms that are at hand in the place of their hash. */
  private static final class TermsByHash extends StdScalarDeserializer<SharingTerms> {

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
}
