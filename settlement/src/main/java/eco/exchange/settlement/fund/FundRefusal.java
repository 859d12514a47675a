package eco.exchange.settlement.fund;

import eco.exchange.answer.Reason;

/** Reasons for which a fund refuses, in the order in which they are checked. */
public enum FundRefusal implements Reason {
  /** There is no such fund. */
  FUND_UNKNOWN(Kind.NOT_FOUND),
  /** There is no such project. */
  PROJECT_UNKNOWN(Kind.NOT_FOUND),
  /** There is no such payment. */
  PAYMENT_UNKNOWN(Kind.NOT_FOUND),
  /** Only who has proposed a project asks for its payments. */
  NOT_THE_PROPOSER(Kind.FORBIDDEN),
  /** A text is empty or longer than allowed. */
  TEXT_OUT_OF_BOUNDS(Kind.INVALID),
  /** An amount is nothing or less. */
  AMOUNT_NOT_POSITIVE(Kind.INVALID),
  /** Something else was decided before. */
  DECIDED_OTHERWISE(Kind.CONFLICT),
  /** Whoever has asked or reviewed may not decide (four eyes). */
  FOUR_EYES(Kind.FORBIDDEN),
  /** The project is not approved, or is completed. */
  PROJECT_NOT_APPROVED(Kind.CONFLICT),
  /** The fund has not so much that is not promised to other works. */
  FUND_TOO_SMALL(Kind.CONFLICT),
  /** The evidence was used for a payment before. */
  EVIDENCE_USED(Kind.CONFLICT),
  /** More would be asked for than the budget. */
  BUDGET_EXCEEDED(Kind.CONFLICT),
  /** A payment is not decided yet. */
  PAYMENT_OPEN(Kind.CONFLICT),
  /** What was monitored is no number of tonnes. */
  EROSION_SENSELESS(Kind.INVALID);

  private final Kind kind;

  FundRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
