package eco.exchange.rulebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rulebook as JSON: the sources by rule id, and editions whose every number names its rule.
 *
 * <p>Nothing is guessed: a number that is missing, unknown, of the wrong type or without a source
 * stops the exchange from starting.
 */
final class RulebookJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new ParameterNamesModule())
          .addModule(
              new SimpleModule()
                  .addDeserializer(Percentage.class, new PercentReader())
                  .addDeserializer(Money.class, new YuanReader())
                  .addDeserializer(Optional.class, new UsualTermsReader()))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RulebookJson() {}

  /**
   * What is read.
   *
   * @param editions every edition, written out or varied
   * @param centre the rules of the centre
   * @param citations where the numbers of each come from, by the id
   */
  record Editions(
      List<RuleEdition> editions,
      List<CentreRules> centre,
      Map<String, List<Citation>> citations) {}

  static Editions read(InputStream json) throws IOException {
    Book book = MAPPER.readValue(json, Book.class);
    Map<String, List<Citation>> citations = new TreeMap<>();
    for (Entry entry : book.all()) {
      citations.put(entry.id, cited(entry.numbers, book.sources));
    }
    for (OfTheCentre rules : book.centre) {
      citations.put(rules.id, cited(rules.numbers, book.sources));
    }
    return new Editions(
        book.all().stream().map(Entry::edition).toList(),
        book.centre.stream().map(OfTheCentre::rules).toList(),
        citations);
  }

  private static List<Citation> cited(Map<String, Figure> numbers, Map<String, String> sources) {
    return numbers.entrySet().stream()
        .map(number -> number.getValue().cited(number.getKey(), sources))
        .toList();
  }

  private record Book(
      Map<String, String> sources,
      List<Entry> editions,
      List<Variants> variants,
      List<OfTheCentre> centre) {

    List<Entry> all() {
      return Stream.concat(
              editions.stream(), variants.stream().flatMap(it -> it.entries(editions).stream()))
          .toList();
    }
  }

  /**
   * Editions for other methods, which differ from some that are written out only in the numbers
   * that stand here. Each has the id of the edition it varies, with the name of its own method in
   * the place of the other's.
   */
  private record Variants(List<String> of, Map<String, Map<String, Figure>> methods) {

    List<Entry> entries(List<Entry> written) {
      List<Entry> bases = written.stream().filter(it -> of.contains(it.id)).toList();
      if (bases.size() != of.size()) {
        throw new IllegalArgumentException("variants of an edition that is not written: " + of);
      }
      return bases.stream()
          .flatMap(
              base ->
                  methods.entrySet().stream().map(it -> base.varied(it.getKey(), it.getValue())))
          .toList();
    }
  }

  private record Entry(
      String id,
      LocalDate validFrom,
      String ownership,
      String method,
      Map<String, Figure> numbers) {

    /** How the method of this edition is told its numbers. */
    private static final String HOW = "how.";

    /** When the price may be paid in instalments. */
    private static final String INSTALMENTS = "instalments.";

    /** Which sharing is compulsory. */
    private static final String COMPULSORY = "compulsory.";

    /** Within which bounds a notice may say how is bid. */
    private static final String BOUNDS = "bounds.";

    RuleEdition edition() {
      ObjectNode flat = MAPPER.createObjectNode();
      flat.put("id", id);
      flat.put("validFrom", validFrom.toString());
      flat.put("ownership", ownership);
      flat.put("method", method);
      numbers.forEach((name, figure) -> flat.set(name, figure.value));
      flat.set("usual", taken(flat, HOW).put(UsualTermsReader.METHOD, method));
      flat.set("instalments", taken(flat, INSTALMENTS));
      flat.set("compulsory", taken(flat, COMPULSORY));
      flat.set("bounds", taken(flat, BOUNDS));
      return MAPPER.convertValue(flat, RuleEdition.class);
    }

    /** The numbers whose names begin alike, which leave the others. */
    private static ObjectNode taken(ObjectNode flat, String beginning) {
      ObjectNode taken = MAPPER.createObjectNode();
      flat.fieldNames()
          .forEachRemaining(
              name -> {
                if (name.startsWith(beginning)) {
                  taken.set(name.substring(beginning.length()), flat.get(name));
                }
              });
      taken.fieldNames().forEachRemaining(name -> flat.remove(beginning + name));
      return taken;
    }

    Entry varied(String other, Map<String, Figure> changes) {
      Map<String, Figure> all = new TreeMap<>(numbers);
      all.keySet().removeIf(name -> name.startsWith(HOW));
      all.putAll(changes);
      return new Entry(id.replace(method, other), validFrom, ownership, other, all);
    }
  }

  /** The rules of the centre from a day on; each number names its rule, as in an edition. */
  private record OfTheCentre(String id, LocalDate validFrom, Map<String, Figure> numbers) {

    CentreRules rules() {
      ObjectNode flat = MAPPER.createObjectNode();
      flat.put("id", id);
      flat.put("validFrom", validFrom.toString());
      numbers.forEach((name, figure) -> flat.set(name, figure.value));
      return MAPPER.convertValue(flat, CentreRules.class);
    }
  }

  private record Figure(JsonNode value, String rule) {

    Citation cited(String parameter, Map<String, String> sources) {
      String source = sources.get(rule);
      if (source == null || source.isBlank()) {
        throw new IllegalArgumentException("%s: no source for %s".formatted(parameter, rule));
      }
      return new Citation(parameter, rule, source);
    }
  }

  /** Reads an amount as people write it, for example '1000000.00'. */
  private static final class YuanReader extends StdDeserializer<Money> {

    YuanReader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Money.yuan(json.getText());
    }
  }

  /** Reads a share from a percentage as people write it, for example '30 %'. */
  private static final class PercentReader extends StdDeserializer<Percentage> {

    PercentReader() {
      super(Percentage.class);
    }

    @Override
    public Percentage deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      String text = json.getText();
      if (!text.endsWith(" %")) {
        throw new IOException("a share is written like '30 %': " + text);
      }
      return Percentage.parse(text.substring(0, text.length() - 2));
    }
  }
}
