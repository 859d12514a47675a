package eco.exchange.bidding.ban;

import eco.exchange.answer.Reason;

/**
 * Reasons for which an entry of the ban list is refused, in the order in which they are checked.
 */
public enum BanRefusal implements Reason {
  /** There is no such entry. */
  NO_SUCH_BAN(Kind.NOT_FOUND),
  /** A text is empty or too long. */
  BAN_TEXT_INVALID(Kind.INVALID),
  /** Neither a credit code nor a registered party tells who is banned. */
  SUBJECT_UNCLEAR(Kind.INVALID),
  /** It ends before it begins, begins before it was decided, or forbids nothing. */
  BAN_EMPTY(Kind.INVALID),
  /** The identity belongs to another entry. */
  BAN_DIFFERS(Kind.CONFLICT),
  /** The ban was revoked before, for another reason. */
  ALREADY_REVOKED(Kind.CONFLICT);

  private final Kind kind;

  BanRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
