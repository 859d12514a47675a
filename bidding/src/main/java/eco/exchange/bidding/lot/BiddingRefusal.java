package eco.exchange.bidding.lot;

import eco.exchange.answer.Reason;

/**
 * Reasons for which the door refuses anything but a bid, in the order in which they are checked.
 */
public enum BiddingRefusal implements Reason {
  /** There is no such lot. */
  NO_SUCH_LOT(Kind.NOT_FOUND),
  /** There is no such application. */
  NO_SUCH_APPLICATION(Kind.NOT_FOUND),
  /** The lot has no award. */
  NO_SUCH_AWARD(Kind.NOT_FOUND),
  /** The terms contradict themselves, or name no edition of the rules. */
  TERMS_INVALID(Kind.INVALID),
  /** The lot is scheduled already, under other terms. */
  ALREADY_SCHEDULED(Kind.CONFLICT),
  /** There are no papers or too many, or one has no proper name or digest. */
  PAPERS_INVALID(Kind.INVALID),
  /** The opinion is empty or too long. */
  OPINION_INVALID(Kind.INVALID),
  /** Too many related parties, or one without a proper credit code. */
  RELATED_INVALID(Kind.INVALID),
  /** The rank of a right of priority is 1 to 9, and given only to who has claimed one. */
  RANK_INVALID(Kind.INVALID),
  /** The party is on the ban list; the detail names the decision and who made it. */
  BANNED(Kind.FORBIDDEN),
  /** The party, or one of its group, has a hand in the trade, or bids against its own group. */
  CONFLICT_OF_INTEREST(Kind.FORBIDDEN),
  /** Nobody decides what concerns the own party. */
  OWN_CASE(Kind.FORBIDDEN),
  /** The party has applied for this lot before, or the identity belongs to another application. */
  ALREADY_APPLIED(Kind.CONFLICT),
  /** The time for applications is over. */
  APPLICATIONS_CLOSED(Kind.CONFLICT),
  /** The applicant has withdrawn the application. */
  APPLICATION_WITHDRAWN(Kind.CONFLICT),
  /** It is too late to withdraw: applications are no longer taken. */
  WITHDRAWAL_CLOSED(Kind.CONFLICT),
  /** The application is decided already, the other way. */
  ALREADY_DECIDED(Kind.CONFLICT),
  /** The party has no qualified application for this lot. */
  NOT_QUALIFIED(Kind.CONFLICT),
  /** Bidding on the lot is over. */
  LOT_CLOSED(Kind.CONFLICT),
  /** Bidding on the lot is not over, and until then the record has secrets. */
  LOT_NOT_CLOSED(Kind.CONFLICT),
  /** Whoever reviewed the award may not approve it. */
  SAME_EYES(Kind.FORBIDDEN),
  /** The award is decided already, the other way. */
  AWARD_DECIDED(Kind.CONFLICT),
  /** The award has lapsed. */
  AWARD_LAPSED(Kind.CONFLICT),
  /** The award has not lapsed, so that it cannot be passed on. */
  AWARD_STANDS(Kind.CONFLICT),
  /** The award is still shown to the public. */
  PUBLICITY_RUNNING(Kind.CONFLICT),
  /** The winner still has time to sign. */
  SIGNING_RUNNING(Kind.CONFLICT),
  /** What is named as the cause of the lapse is not so, by what the exchange knows. */
  CAUSE_UNFOUNDED(Kind.CONFLICT),
  /** Somebody has proposed that the award lapses, and nobody has decided about it. */
  LAPSE_PROPOSED(Kind.CONFLICT),
  /** Nobody has proposed that the award lapses, or it was decided already. */
  NO_LAPSE_PROPOSED(Kind.CONFLICT),
  /** There is nobody to whom the lot could pass. */
  NO_RUNNER_UP(Kind.CONFLICT),
  /** The lot has passed on already, the other way. */
  PASSED_ON_OTHERWISE(Kind.CONFLICT);

  private final Kind kind;

  BiddingRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
