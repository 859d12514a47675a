package eco.exchange.settlement.year;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A run in which the revenues of a whole year are shared.
 *
 * @param run its number
 * @param year the year
 * @param proposedBy who has proposed it
 * @param proposedAt when
 * @param approval who has approved it; until somebody has, nothing is shared
 * @param shared how many revenues of the year were shared while it was carried out, so far
 * @param leftOut how many contracts it has left out, so far
 * @param endedAt when it was carried out, or rejected
 */
public record YearRunView(
    long run,
    int year,
    AccountId proposedBy,
    Instant proposedAt,
    Optional<Approval> approval,
    long shared,
    long leftOut,
    Optional<Instant> endedAt) {

  /**
   * An approval.
   *
   * @param by who has approved it
   * @param at when
   */
  public record Approval(AccountId by, Instant at) {}

  /** How far a run can have come. */
  public enum State {
    /** It waits for somebody else to approve it. */
    PROPOSED,
    /** It is approved, and is carried out. */
    UNDER_WAY,
    /** It is carried out. */
    DONE,
    /** It was rejected, and nothing is shared by it. */
    REJECTED
  }

  /** How far it has come. */
  public State state() {
    if (approval.isPresent()) {
      return endedAt.isPresent() ? State.DONE : State.UNDER_WAY;
    }
    return endedAt.isPresent() ? State.REJECTED : State.PROPOSED;
  }
}
