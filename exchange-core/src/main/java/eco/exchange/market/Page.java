package eco.exchange.market;

import java.util.List;
import java.util.Optional;

/**
 * One page of a long list.
 *
 * @param items the items, in the order of the list
 * @param after where the next page begins; empty on the last page. Callers hand it back unread
 */
public record Page<T>(List<T> items, Optional<String> after) {

  /** The most items on a page. */
  public static final int LIMIT_MAX = 200;

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }
}
