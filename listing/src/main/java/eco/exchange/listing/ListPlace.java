package eco.exchange.listing;

import eco.exchange.market.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in a list that runs from the newest to the oldest.
 *
 * @param at the time of the item before the place
 * @param id its identity, which tells items of one moment apart
 */
public record ListPlace(Instant at, String id) {

  /** Before the first item. */
  private static final ListPlace START = new ListPlace(Instant.parse("9999-12-31T00:00:00Z"), "");

  /**
   * Reads a place that a page has told.
   *
   * @throws IllegalArgumentException if no page tells such a place
   */
  public static ListPlace of(Optional<String> after) {
    return after.map(ListPlace::parse).orElse(START);
  }

  private static ListPlace parse(String text) {
    int end = text.indexOf('~');
    try {
      return new ListPlace(
          Instant.parse(text.substring(0, Math.max(end, 0))), text.substring(end + 1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no place in a list: " + text, e);
    }
  }

  /** Makes a page of what was found, which is one item more than the page holds if more follow. */
  public static <T> Page<T> page(List<T> found, int limit, Function<T, ListPlace> place) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, limit);
    return new Page<>(items, Optional.of(place.apply(items.getLast()).toString()));
  }

  @Override
  public String toString() {
    return at + "~" + id;
  }
}
