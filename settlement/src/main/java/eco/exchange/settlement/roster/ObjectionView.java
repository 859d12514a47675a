package eco.exchange.settlement.roster;

import eco.exchange.market.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * An objection to a roster, and what became of it.
 *
 * @param roster the roster
 * @param number counts the objections to it from 1
 * @param kind what it is about
 * @param words what was objected, for those who decide about it alone
 * @param member the member who objects; empty if an officer wrote it down
 * @param writtenBy that officer
 * @param raisedAt when
 * @param end what was decided, if it was
 */
public record ObjectionView(
    RosterId roster,
    int number,
    ObjectionKind kind,
    String words,
    Optional<String> member,
    Optional<AccountId> writtenBy,
    Instant raisedAt,
    Optional<End> end) {

  /**
   * What was decided about an objection.
   *
   * @param isUpheld whether it was right; then the roster goes back to the collective
   * @param answer why
   * @param answeredBy who answered for the collective
   * @param decidedBy who decided
   * @param decidedAt when
   */
  public record End(
      boolean isUpheld,
      String answer,
      AccountId answeredBy,
      AccountId decidedBy,
      Instant decidedAt) {}

  /** Whether it is still open. */
  public boolean isOpen() {
    return end.isEmpty();
  }

  /** Whether it was found right. */
  public boolean isUpheld() {
    return end.filter(End::isUpheld).isPresent();
  }
}
