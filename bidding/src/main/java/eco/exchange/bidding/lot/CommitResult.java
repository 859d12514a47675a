package eco.exchange.bidding.lot;

import java.util.List;

/** The result of the commit of a batch. */
public sealed interface CommitResult {

  /** It stands: lot, acts and result, all of it. */
  record Made() implements CommitResult {}

  /** Nothing was written: the lot has moved on from the version that was judged. */
  record Outrun() implements CommitResult {}

  /** Nothing was written: these acts stood in the book already. */
  record Repeated(List<RecordedAct> acts) implements CommitResult {}
}
