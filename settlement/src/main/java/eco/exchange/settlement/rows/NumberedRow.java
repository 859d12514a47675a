package eco.exchange.settlement.rows;

import eco.exchange.market.Page;
import java.util.List;
import java.util.Optional;

/**
 * An item of a long list with the number of its row, by which the list is read on.
 *
 * @param place the number of the row
 * @param item what stands there
 */
public record NumberedRow<T>(long place, T item) {

  /** Some rows of a list as a page; a full one may be followed by another. */
  public static <T> Page<T> page(List<NumberedRow<T>> rows, int limit) {
    Optional<String> next =
        rows.size() < limit ? Optional.empty() : Optional.of(Long.toString(rows.getLast().place()));
    return new Page<>(rows.stream().map(NumberedRow::item).toList(), next);
  }
}
