package eco.exchange.bidding.award;

import eco.exchange.market.AccountId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.Optional;

/**
 * The proposal that an award lapses, and what was decided about it.
 *
 * @param trade the lot
 * @param attempt the award
 * @param number counts the proposals of an award from 1
 * @param cause why it is to lapse
 * @param opinion the grounds
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param state what was decided
 * @param decidedBy who decided, another person
 * @param decidedAt when
 */
public record LapseView(
    TradeId trade,
    int attempt,
    int number,
    LapseCause cause,
    String opinion,
    AccountId proposedBy,
    Instant proposedAt,
    State state,
    Optional<AccountId> decidedBy,
    Optional<Instant> decidedAt) {

  /** What was decided about a proposal. */
  public enum State {
    /** Nothing yet; signing waits. */
    PROPOSED,
    /** The award has lapsed. */
    CONFIRMED,
    /** The award stands. */
    DISMISSED
  }

  LapseView decided(State next, AccountId by, Instant at) {
    return new LapseView(
        trade,
        attempt,
        number,
        cause,
        opinion,
        proposedBy,
        proposedAt,
        next,
        Optional.of(by),
        Optional.of(at));
  }

  boolean isOpen() {
    return state == State.PROPOSED;
  }
}
