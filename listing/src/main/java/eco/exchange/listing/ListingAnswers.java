package eco.exchange.listing;

import eco.exchange.answer.Answer;
import eco.exchange.listing.offer.Listing;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.market.Page;

/** How the door and its stores answer. */
public final class ListingAnswers {

  private ListingAnswers() {}

  /** What is kept under a key, if it is the same as was asked for now. */
  public static <T> Answer<T> same(boolean isSame, T kept, Object key) {
    return isSame
        ? Answer.done(kept)
        : Answer.refused(ListingRefusal.KEY_REUSED, key + " was used for something else");
  }

  public static <T> Answer<T> missing(Object id) {
    return Answer.refused(ListingRefusal.NOT_FOUND, "there is no " + id);
  }

  public static Page<ListingView> views(Page<Listing> page) {
    return new Page<>(page.items().stream().map(ListingView::of).toList(), page.after());
  }

  public static int clamp(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }
}
