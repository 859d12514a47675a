package eco.exchange.listing;

import eco.exchange.listing.product.ProductView;
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
record Place(Instant at, String id) {

  /** Before the first item. */
  private static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), "");

  /**
   * Reads a place that a page has told.
   *
   * @throws IllegalArgumentException if no page tells such a place
   */
  static Place of(Optional<String> after) {
    return after.map(Place::parse).orElse(START);
  }

  static Place of(ProductView product) {
    return new Place(product.cataloguedAt(), product.id().toString());
  }

  static Place ofDrafted(Listing listing) {
    Listing.Offer offer = listing.offer();
    return new Place(offer.draftedAt(), offer.trade().code());
  }

  static Place ofDisclosed(Listing listing) {
    Instant at = listing.trail().disclosure().orElseThrow().at();
    return new Place(at, listing.offer().trade().code());
  }

  private static Place parse(String text) {
    int end = text.indexOf('~');
    try {
      return new Place(Instant.parse(text.substring(0, Math.max(end, 0))), text.substring(end + 1));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no place in a list: " + text, e);
    }
  }

  /** Makes a page of what was found, which is one item more than the page holds if more follow. */
  static <T> Page<T> page(List<T> found, int limit, Function<T, Place> place) {
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
