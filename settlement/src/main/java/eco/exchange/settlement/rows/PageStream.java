package eco.exchange.settlement.rows;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Long lists, read page by page, so that memory holds no more than a page. */
public final class PageStream {

  private PageStream() {}

  /**
   * All rows of a list, one after the other.
   *
   * @param first the place before the first row
   * @param place the place of a row
   * @param page asks for the page that begins after a place; an empty one is the end
   */
  public static <K, V> Multi<V> of(K first, Function<V, K> place, Function<K, Uni<List<V>>> page) {
    AtomicReference<K> after = new AtomicReference<>(first);
    return Multi.createBy()
        .repeating()
        .uni(() -> page.apply(after.get()))
        .until(List::isEmpty)
        .invoke(rows -> after.set(place.apply(rows.getLast())))
        .onItem()
        .disjoint();
  }
}
