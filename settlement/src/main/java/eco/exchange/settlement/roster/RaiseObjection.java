package eco.exchange.settlement.roster;

import eco.exchange.market.AccountId;
import java.util.Optional;

/**
 * The command to object to a roster that is shown.
 *
 * @param roster the roster
 * @param kind what it is about
 * @param words what is objected; at most {@value #WORDS_MAX} characters, and never public
 * @param writtenBy the officer who writes down what somebody has said; empty if a member objects
 * @param codeHash the hash of the personal code of the member who objects
 */
public record RaiseObjection(
    RosterId roster,
    ObjectionKind kind,
    String words,
    Optional<AccountId> writtenBy,
    Optional<String> codeHash) {

  /** The longest objection, in characters. */
  public static final int WORDS_MAX = 500;

  /** Rejects an objection of nobody, or of two. */
  public RaiseObjection {
    if (writtenBy.isPresent() == codeHash.isPresent()) {
      throw new IllegalArgumentException("an objection is raised by a member or by an officer");
    }
  }
}
