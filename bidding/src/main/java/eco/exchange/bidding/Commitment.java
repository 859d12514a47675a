package eco.exchange.bidding;

import java.util.List;

/** What became of a round that was to be committed. */
sealed interface Commitment {

  /** It stands: lot, bids and result, all of it. */
  record Made() implements Commitment {}

  /** Nothing was written: the lot has moved on from the version that was judged. */
  record Outrun() implements Commitment {}

  /** Nothing was written: these bids stood in the book already. */
  record Repeated(List<RecordedBid> bids) implements Commitment {}
}
