package eco.exchange.bidding;

import java.util.List;

/** What became of a round that was to be committed. */
sealed interface Commitment {

  /** It stands: lot, acts and result, all of it. */
  record Made() implements Commitment {}

  /** Nothing was written: the lot has moved on from the version that was judged. */
  record Outrun() implements Commitment {}

  /** Nothing was written: these acts stood in the book already. */
  record Repeated(List<RecordedAct> acts) implements Commitment {}
}
