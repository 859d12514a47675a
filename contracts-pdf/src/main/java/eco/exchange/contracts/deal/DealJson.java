package eco.exchange.contracts.deal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.TermsJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The canonical JSON form of a drawn deal, which the paper carries inside.
 *
 * <p>The sharing terms are a file of their own; in their place stands only their hash, so that no
 * number stands twice. Amounts and quantities are decimal strings. Reading is strict.
 */
public final class DealJson {

  private static final String FORM = "eco.exchange/deal/2";

  private DealJson() {}

  /**
   * The canonical text of a drawn deal.
   *
   * @param template the name of the template by which it is worded
   */
  public static String write(DrawnDeal drawn, String template) {
    ObjectNode root = PaperJson.MAPPER.valueToTree(drawn);
    return PaperJson.canonical(root.put("form", FORM).put("template", template));
  }

  /** The SHA-256 of a deal by itself, whenever and in whatever words it is drawn. */
  public static String hash(Deal deal) {
    return PaperJson.sha256(PaperJson.canonical(PaperJson.MAPPER.valueToTree(deal)));
  }

  /** The hash of the sharing terms that a text names; empty text if it names none. */
  public static String termsHash(String text) {
    return object(text).path("deal").path("terms").asText();
  }

  /** The hash of the sharing terms that an amendment changes; empty text if it is none. */
  public static String hashOfTermsBefore(String text) {
    return object(text).path("deal").path("amends").path("terms").asText();
  }

  /** The template that a text names; empty text if it names none. */
  public static String template(String text) {
    return object(text).path("template").asText();
  }

  /**
   * Reads a drawn deal.
   *
   * @param text the deal
   * @param terms the sharing terms, which stand in files of their own; of an amendment also those
   *     of the version before
   * @throws IllegalArgumentException if the text is not exactly the form of a deal, or if it names
   *     other terms
   */
  public static DrawnDeal read(String text, List<SharingTerms> terms) {
    ObjectNode root = object(text);
    if (!FORM.equals(root.path("form").asText())) {
      throw new IllegalArgumentException("'form' must be " + FORM);
    }
    root.remove(List.of("form", "template"));
    Map<String, SharingTerms> byHash =
        terms.stream().collect(Collectors.toMap(TermsJson::hash, own -> own, (one, same) -> one));
    try {
      return PaperJson.MAPPER
          .readerFor(DrawnDeal.class)
          .withAttribute(TermsByHashReader.TERMS, byHash)
          .readValue(root);
    } catch (IOException e) {
      throw new IllegalArgumentException("no deal: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the drawn deal from the files inside a paper.
   *
   * @throws IllegalArgumentException as above, or if a file is missing
   */
  public static DrawnDeal read(Map<String, String> files) {
    List<SharingTerms> terms =
        Stream.of(DealFiles.TERMS_FILE, DealFiles.TERMS_BEFORE_FILE)
            .map(files::get)
            .filter(Objects::nonNull)
            .map(TermsJson::read)
            .toList();
    return read(files.getOrDefault(DealFiles.DEAL_FILE, ""), terms);
  }

  private static ObjectNode object(String text) {
    try {
      JsonNode root = PaperJson.MAPPER.readTree(text);
      if (root instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalArgumentException("an object is expected");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
