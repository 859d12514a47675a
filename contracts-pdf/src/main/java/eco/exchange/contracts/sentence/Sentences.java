package eco.exchange.contracts.sentence;

import eco.exchange.contracts.print.manuscript.Passage;
import eco.exchange.contracts.print.manuscript.Passage.Column;
import eco.exchange.contracts.print.manuscript.Passage.Side;
import eco.exchange.money.Rational;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sentences of contracts in one language, by their keys. */
public final class Sentences {

  /** Those that bind. */
  public static final Sentences CHINESE = new Sentences(Language.CHINESE);

  /** Those of the reading copy. */
  public static final Sentences ENGLISH = new Sentences(Language.ENGLISH);

  private static final Pattern HEAD = Pattern.compile("(\\d+)(>?) ?(.*)");

  static {
    List<String> faults = differences(CHINESE.forms, ENGLISH.forms);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Chinese and English differ: " + faults);
    }
  }

  private final Language language;
  private final Map<String, String> forms;

  private Sentences(Language language) {
    this.language = language;
    this.forms = language.bundle("sentences");
  }

  /** The forms of the sentences, by their keys. */
  Map<String, String> forms() {
    return forms;
  }

  /** Keys that only one language has, and those whose places or cells differ. */
  static List<String> differences(Map<String, String> one, Map<String, String> other) {
    Set<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream().filter(key -> !shape(one.get(key)).equals(shape(other.get(key)))).toList();
  }

  private static List<Object> shape(@Nullable String form) {
    return form == null ? List.of() : List.of(Sentence.places(form), form.split("\\|", -1).length);
  }

  /** A sentence, or a row of a table, whose facts are still to be put in. */
  public Sentence of(String key) {
    return new Sentence(key, Objects.requireNonNull(forms.get(key), key), language);
  }

  /** Several parts as one (none as nothing), by a form with the places 'first' and 'next'. */
  public String list(String key, List<String> parts) {
    return parts.stream()
        .reduce((first, next) -> of(key).with("first", first).with("next", next).text())
        .orElse("");
  }

  /** The name of a constant, whose Chinese name stands beside it. */
  public <E extends Enum<E>> String name(E named, Function<E, String> zh) {
    return language.name(named, zh);
  }

  /** An exact number of fen in yuan, as a figure of a table. */
  public String yuan(Rational fen) {
    return language.yuan(fen);
  }

  /** A table under a head, which gives the width of each column before its title. */
  public Passage table(String head, List<List<String>> rows) {
    return new Passage.Grid(columns(head), rows, false);
  }

  /** A table whose last row is a sum. */
  public Passage sum(String head, List<List<String>> rows) {
    return new Passage.Grid(columns(head), rows, true);
  }

  private List<Column> columns(String head) {
    return of(head).cells().stream().map(Sentences::column).toList();
  }

  private static Column column(String cell) {
    Matcher head = HEAD.matcher(cell);
    if (!head.matches()) {
      throw new IllegalStateException("no head of a column: " + cell);
    }
    Side side = head.group(2).isEmpty() ? Side.LEFT : Side.RIGHT;
    return new Column(head.group(3), Integer.parseInt(head.group(1)), side);
  }
}
