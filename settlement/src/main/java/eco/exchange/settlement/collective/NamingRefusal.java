package eco.exchange.settlement.collective;

import eco.exchange.answer.Reason;

/** Reasons for which a naming is refused, in the order in which they are checked. */
public enum NamingRefusal implements Reason {
  /** No contract in effect has such a payee, or it is not one that a collective can be. */
  PAYEE_UNKNOWN(Kind.NOT_FOUND),
  /** A text is empty or longer than allowed. */
  TEXT_OUT_OF_BOUNDS(Kind.INVALID),
  /** Another naming of this payee is not decided yet. */
  NAMING_OPEN(Kind.CONFLICT),
  /** There is no such naming. */
  NAMING_UNKNOWN(Kind.NOT_FOUND),
  /** Something else was decided before. */
  DECIDED_OTHERWISE(Kind.CONFLICT),
  /** Whoever has named may not confirm (four eyes). */
  FOUR_EYES(Kind.FORBIDDEN),
  /** Money has gone out by the naming that counts: it is not corrected any more. */
  MONEY_MOVED(Kind.CONFLICT);

  private final Kind kind;

  NamingRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
