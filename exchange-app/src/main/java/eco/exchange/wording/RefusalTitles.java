package eco.exchange.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The titles of all refusals by their codes, from {@code refusal-titles.txt}.
 *
 * <p>A code stands in the table once: modules that have the same code mean the same by it.
 */
public final class RefusalTitles {

  private static final String TABLE = "refusal-titles.txt";
  private static final Map<String, RefusalTitle> PUBLISHED = published();

  private RefusalTitles() {}

  /**
   * The title of a code, for example of 'DEPOSIT_NOT_HELD'.
   *
   * @throws IllegalArgumentException if the table does not have the code
   */
  public static RefusalTitle of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("no title for " + code));
  }

  /** The title of a code; empty if the table does not have it. */
  static Optional<RefusalTitle> find(String code) {
    return Optional.ofNullable(PUBLISHED.get(code));
  }

  /** Every code that has a title. */
  static Set<String> codes() {
    return PUBLISHED.keySet();
  }

  /**
   * Reads a table of lines 'code | Chinese | English'; empty lines and those after '#' say nothing.
   *
   * @throws IllegalArgumentException if a line has another form, or a code has two
   */
  static Map<String, RefusalTitle> read(String table) {
    Map<String, RefusalTitle> titles = new HashMap<>();
    table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> read(line, titles));
    return Map.copyOf(titles);
  }

  private static void read(String line, Map<String, RefusalTitle> titles) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 3 || titles.put(cells[0], new RefusalTitle(cells[1], cells[2])) != null) {
      throw new IllegalArgumentException("no row of its own: " + line);
    }
  }

  private static Map<String, RefusalTitle> published() {
    try (InputStream table = RefusalTitles.class.getResourceAsStream(TABLE)) {
      byte[] text =
          Objects.requireNonNull(table, TABLE + " is not on the class path").readAllBytes();
      return read(new String(text, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
