package eco.exchange.rulebook;

import eco.exchange.market.OwnershipClass;
import eco.exchange.method.TradeMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All editions of the rules that the exchange has known.
 *
 * <p>An edition is in force from its day until the next one of the same ownership class and trade
 * method. A sale for which there is no edition is an error, never a default.
 */
public final class Rulebook {

  private final List<RuleEdition> editions;
  private final List<CentreRules> centre;
  private final Map<String, List<Citation>> citations;

  Rulebook(
      List<RuleEdition> editions, List<CentreRules> centre, Map<String, List<Citation>> citations) {
    this.editions = List.copyOf(editions);
    this.centre = List.copyOf(centre);
    this.citations = Map.copyOf(citations);
    Set<Object> seen = new HashSet<>();
    for (RuleEdition edition : editions) {
      boolean newId = seen.add(edition.id());
      if (!newId
          || !seen.add(List.of(edition.ownership(), edition.method(), edition.validFrom()))) {
        throw new IllegalArgumentException("two editions for the same sales: " + edition.id());
      }
    }
    if (centre.stream().map(CentreRules::validFrom).distinct().count() < centre.size()) {
      throw new IllegalArgumentException("two rules of the centre from the same day");
    }
  }

  /** The rulebook of this release, from {@code rulebook.json}. */
  public static Rulebook published() {
    try (InputStream json = Rulebook.class.getResourceAsStream("rulebook.json")) {
      return read(Objects.requireNonNull(json, "rulebook.json is not on the class path"));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Reads a rulebook, and takes nothing that it does not understand. */
  static Rulebook read(InputStream json) throws IOException {
    RulebookJson.Editions read = RulebookJson.read(json);
    return new Rulebook(read.editions(), read.centre(), read.citations());
  }

  /**
   * The edition under which a listing is published on a day.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RuleEdition editionFor(OwnershipClass ownership, TradeMethod method, LocalDate day) {
    return editions.stream()
        .filter(edition -> edition.ownership() == ownership && edition.method() == method)
        .filter(edition -> !edition.validFrom().isAfter(day))
        .max(Comparator.comparing(RuleEdition::validFrom))
        .orElseThrow(() -> missing("for %s, %s on %s".formatted(ownership, method, day)));
  }

  /**
   * The edition with this id, in force or not.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RuleEdition edition(String id) {
    return editions.stream()
        .filter(edition -> edition.id().equals(id))
        .findAny()
        .orElseThrow(() -> missing(id));
  }

  /**
   * The rules of the centre that hold on a day.
   *
   * @throws IllegalArgumentException if there are none
   */
  public CentreRules centreRules(LocalDate day) {
    return centre.stream()
        .filter(rules -> !rules.validFrom().isAfter(day))
        .max(Comparator.comparing(CentreRules::validFrom))
        .orElseThrow(() -> missing("of the centre on " + day));
  }

  /**
   * Where each number of an edition, or of the rules of the centre, comes from.
   *
   * @throws IllegalArgumentException if there is nothing with this id
   */
  public List<Citation> citations(String id) {
    List<Citation> found = citations.get(id);
    if (found == null) {
      throw missing(id);
    }
    return found;
  }

  private static IllegalArgumentException missing(String what) {
    return new IllegalArgumentException("there is no rule edition " + what);
  }
}
