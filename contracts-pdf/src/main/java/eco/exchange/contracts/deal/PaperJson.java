package eco.exchange.contracts.deal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
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
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical JSON (RFC 8785) of what papers say, which they carry inside.
 *
 * <p>Amounts and quantities are decimal strings, moments are told by ISO 8601. Of sharing terms
 * only the hash is written: they are a file of their own, so that no number stands twice.
 */
public final class PaperJson {

  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new ParameterNamesModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(Money.class, written(Money.class, Money::decimal))
                  .addDeserializer(Money.class, read(Money.class, Money::yuan))
                  .addSerializer(BigDecimal.class, written(BigDecimal.class, PaperJson::plain))
                  .addDeserializer(BigDecimal.class, read(BigDecimal.class, BigDecimal::new))
                  .addSerializer(ContractId.class, written(ContractId.class, ContractId::number))
                  .addDeserializer(ContractId.class, read(ContractId.class, ContractId::parse))
                  .addSerializer(TradeId.class, written(TradeId.class, TradeId::code))
                  .addDeserializer(TradeId.class, read(TradeId.class, TradeId::new))
                  .addSerializer(PartyId.class, written(PartyId.class, PartyId::toString))
                  .addDeserializer(PartyId.class, read(PartyId.class, PartyId::parse))
                  .addSerializer(SharingTerms.class, written(SharingTerms.class, TermsJson::hash))
                  .addDeserializer(SharingTerms.class, new TermsByHashReader()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private PaperJson() {}

  /**
   * The canonical text of what a paper says.
   *
   * @param form the name of its form, with a version
   */
  public static String write(String form, Object said) {
    ObjectNode root = MAPPER.valueToTree(said);
    return canonical(root.put("form", form));
  }

  /** The SHA-256 of a text, in lower-case hexadecimal. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String canonical(JsonNode json) {
    try {
      return new JsonCanonicalizer(MAPPER.writeValueAsString(json)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalStateException("JSON that cannot be written", e);
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
}
