package eco.exchange.settlement.roster;

import eco.exchange.answer.Reason;

/**
 * Reasons for which a roster, or what is asked about it, is refused, in the order in which they are
 * checked.
 */
public enum RosterRefusal implements Reason {
  /** No contract in effect has such a payee, or it is not one that a collective can be. */
  PAYEE_UNKNOWN(Kind.NOT_FOUND),
  /** No collective is named for this payee yet. */
  COLLECTIVE_UNNAMED(Kind.CONFLICT),
  /** Only the collective itself files its roster. */
  NOT_THE_COLLECTIVE(Kind.FORBIDDEN),
  /** The payee is the collective itself, and is shared by no roster. */
  NOT_SHARED_BY_ROSTER(Kind.CONFLICT),
  /** A text is empty or longer than allowed. */
  TEXT_OUT_OF_BOUNDS(Kind.INVALID),
  /** The roster lists nobody, or more members than it may. */
  MEMBERS_OUT_OF_BOUNDS(Kind.INVALID),
  /** A number of a member or household, or a masked name, has not the form it must have. */
  MEMBER_MISSHAPEN(Kind.INVALID),
  /** Two lines have the same number, or are the same person. */
  MEMBER_TWICE(Kind.INVALID),
  /** An account is told for members of two households. */
  ACCOUNT_SHARED(Kind.INVALID),
  /** By the rule nobody would be paid: there are no shares. */
  SHARES_MISSING(Kind.INVALID),
  /** The record date has not come. */
  RECORD_DATE_AHEAD(Kind.INVALID),
  /** The terms of the contract say by another rule, or on another day, who shares. */
  TERMS_DIFFER(Kind.CONFLICT),
  /** Another version is still shown. */
  ROSTER_SHOWN(Kind.CONFLICT),
  /** There is no such roster. */
  ROSTER_UNKNOWN(Kind.NOT_FOUND),
  /** No member of this roster has this code. */
  CODE_UNKNOWN(Kind.NOT_FOUND),
  /** The roster is not shown any more. */
  ROSTER_ENDED(Kind.CONFLICT),
  /** The time in which objections are taken is over. */
  OBJECTIONS_OVER(Kind.CONFLICT),
  /** More objections than can be answered were raised by one member. */
  OBJECTIONS_TOO_MANY(Kind.CONFLICT),
  /** There is no such objection. */
  OBJECTION_UNKNOWN(Kind.NOT_FOUND),
  /** Something else was decided before. */
  DECIDED_OTHERWISE(Kind.CONFLICT),
  /** Whoever has answered or reviewed may not decide (four eyes). */
  FOUR_EYES(Kind.FORBIDDEN),
  /** The time in which objections are taken is not over. */
  OBJECTIONS_RUN(Kind.CONFLICT),
  /** An objection is not decided yet. */
  OBJECTION_OPEN(Kind.CONFLICT),
  /** There is no such member. */
  MEMBER_UNKNOWN(Kind.NOT_FOUND),
  /** A member of another household is paid to this account. */
  ACCOUNT_OF_ANOTHER(Kind.CONFLICT);

  private final Kind kind;

  RosterRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
