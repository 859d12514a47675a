package eco.exchange.contracts.template;

import com.fasterxml.jackson.core.type.TypeReference;
import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.deal.PaperJson;
import eco.exchange.contracts.template.Template.Purpose;
import eco.exchange.market.OwnershipClass;
import eco.exchange.market.RightKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The templates in force, each with who wrote, reviewed and approved it: data, not code. */
public final class Templates {

  private static final String FILE = "/clauses/templates.json";
  private static final Templates PUBLISHED = new Templates(read());

  private final List<Template> templates;

  Templates(List<Template> templates) {
    this.templates = List.copyOf(templates);
  }

  /** Those that the exchange has published. */
  public static Templates published() {
    return PUBLISHED;
  }

  List<Template> all() {
    return templates;
  }

  /**
   * The template by which a contract is worded that is drawn at some moment.
   *
   * @throws IllegalArgumentException if none was in force
   */
  public Template of(RightKind kind, OwnershipClass ownership, Purpose purpose, Instant drawnAt) {
    LocalDate day = LocalDate.ofInstant(drawnAt, Deadline.ZONE);
    return templates.stream()
        .filter(template -> template.words(kind, ownership, purpose))
        .filter(template -> !template.since().isAfter(day))
        .max(Comparator.comparing(Template::since))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no template for %s of %s on %s".formatted(kind, ownership, day)));
  }

  private static List<Template> read() {
    try (InputStream file = Templates.class.getResourceAsStream(FILE)) {
      return PaperJson.MAPPER.readValue(
          Objects.requireNonNull(file, FILE), new TypeReference<List<Template>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("templates that cannot be read", e);
    }
  }
}
