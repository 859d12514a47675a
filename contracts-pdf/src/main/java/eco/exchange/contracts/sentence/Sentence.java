package eco.exchange.contracts.sentence;

import eco.exchange.calendar.Deadline;
import eco.exchange.contracts.deal.Matter;
import eco.exchange.contracts.wording.ChineseWording;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence, or a row of a table, into whose places facts are put.
 *
 * <p>A place is '{amount}'; '{years year/years}' adds the singular or the plural to a number.
 */
public final class Sentence {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)(?: ([^/}]+)/([^/}]+))?}");

  private final String key;
  private final String form;
  private final Language language;
  private final Map<String, String> facts = new HashMap<>();

  Sentence(String key, String form, Language language) {
    this.key = key;
    this.form = form;
    this.language = language;
  }

  /** The names of the places in a form. */
  static Set<String> places(String form) {
    return PLACE.matcher(form).results().map(place -> place.group(1)).collect(Collectors.toSet());
  }

  /** Puts words into a place as they are. */
  public Sentence with(String place, String words) {
    facts.put(place, words);
    return this;
  }

  public Sentence with(String place, Sentence words) {
    return with(place, words.text());
  }

  public Sentence with(String place, int number) {
    return with(place, Integer.toString(number));
  }

  public Sentence with(String place, BigDecimal number) {
    return with(place, ChineseWording.number(number));
  }

  public Sentence with(String place, BigDecimal value, String unit) {
    return with(place, language.quantity(value, unit));
  }

  /** Puts in an amount as a contract must state it. */
  public Sentence with(String place, Money amount) {
    return with(place, language.amount(amount));
  }

  /** Puts in an amount in figures alone. */
  public Sentence figures(String place, Money amount) {
    return with(place, ChineseWording.figures(amount));
  }

  /** Puts in a percentage without its sign. */
  public Sentence with(String place, Percentage percentage) {
    return with(place, percentage.inPercent());
  }

  public Sentence with(String place, LocalDate day) {
    return with(place, language.day(day));
  }

  /** Puts in the day of a moment in Beijing. */
  public Sentence with(String place, Instant at) {
    return with(place, LocalDate.ofInstant(at, Deadline.ZONE));
  }

  /** Puts in the name of a constant, whose Chinese name stands beside it. */
  public <E extends Enum<E>> Sentence with(String place, E named, Function<E, String> zh) {
    return with(place, language.name(named, zh));
  }

  /** Puts in the number of the clause about a matter. */
  public Sentence clause(String place, Matter matter) {
    return with(place, language.clause(matter.number()));
  }

  /** The sentence with all its facts. */
  public String text() {
    return filled(form);
  }

  /** The cells of a row with all its facts. */
  public List<String> cells() {
    return Arrays.stream(form.split("\\|", -1)).map(String::strip).map(this::filled).toList();
  }

  private String filled(String part) {
    if (!places(form).equals(facts.keySet())) {
      throw new IllegalStateException(
          "%s has the places %s, not %s".formatted(key, places(form), facts.keySet()));
    }
    return PLACE.matcher(part).replaceAll(place -> Matcher.quoteReplacement(fact(place)));
  }

  private String fact(MatchResult place) {
    String fact = facts.getOrDefault(place.group(1), "");
    boolean isCounted = place.group(2) != null;
    return isCounted ? fact + " " + place.group(fact.equals("1") ? 2 : 3) : fact;
  }
}
