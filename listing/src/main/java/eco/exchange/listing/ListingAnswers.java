package eco.exchange.listing;

import eco.exchange.answer.Answer;
import eco.exchange.market.Page;

/** The answers that the doors and their stores have in common. */
public final class ListingAnswers {

  private ListingAnswers() {}

  /** What is kept under a key, if it is the same as was asked for now. */
  public static <T> Answer<T> same(boolean isSame, T kept, Object key) {
    return isSame
        ? Answer.done(kept)
        : Answer.refused(ListingRefusal.KEY_REUSED, key + " was used for something else");
  }

  /** The refusal of whoever asks for what there is not. */
  public static <T> Answer<T> missing(Object id) {
    return Answer.refused(ListingRefusal.NOT_FOUND, "there is no " + id);
  }

  /** How many items a page may hold, whatever was asked for. */
  public static int clamp(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }
}
