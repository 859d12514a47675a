package eco.exchange.listing;

import eco.exchange.market.Answer;
import eco.exchange.market.Page;

/** How the door and its stores answer. */
final class Replies {

  private Replies() {}

  /** What is kept under a key, if it is the same as was asked for now. */
  static <T> Answer<T> same(boolean isSame, T kept, Object key) {
    return isSame
        ? Answer.done(kept)
        : Answer.refused(ListingRefusal.KEY_REUSED, key + " was used for something else");
  }

  static <T> Answer<T> missing(Object id) {
    return Answer.refused(ListingRefusal.NOT_FOUND, "there is no " + id);
  }

  static Page<ListingView> views(Page<Listing> page) {
    return new Page<>(page.items().stream().map(ListingView::of).toList(), page.after());
  }

  static int clamp(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }
}
