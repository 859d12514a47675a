package eco.exchange.settlement.movement;

import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;

/**
 * Reasons for which nothing follows from a line of the bank until a person has seen to it. A line
 * that cannot be read has a reason of the reader instead, and one that the books refuse has theirs.
 */
public enum LineDispute implements Reason {
  /** Its entry is known in other parts of the same sum. */
  OTHER_PARTS(Kind.CONFLICT),
  /** Its number is known with another amount. */
  NUMBER_REUSED(Kind.CONFLICT),
  /** One notice tells it twice. */
  TOLD_TWICE(Kind.CONFLICT),
  /** The payment that it names was booked before. */
  PAYMENT_BOOKED(Kind.CONFLICT),
  /** It may be what is known, told once more. */
  MAYBE_KNOWN(Kind.CONFLICT),
  /** It says otherwise than what is known of the same movement. */
  TOLD_OTHERWISE(Kind.CONFLICT),
  /** It takes back what is not known. */
  NOTHING_TAKEN_BACK(Kind.NOT_FOUND),
  /** It may take back several, and does not say which. */
  SEVERAL_TAKEN_BACK(Kind.CONFLICT),
  /** The exchange has ordered nothing like it. */
  NOTHING_ORDERED(Kind.NOT_FOUND),
  /** No payment has the id that it names. */
  ORDER_UNKNOWN(Kind.NOT_FOUND),
  /** It is the sum of a file that has another sum to be paid. */
  SUM_DIFFERS(Kind.CONFLICT),
  /** It tells of no movement. */
  NO_MOVEMENT(Kind.NOT_FOUND),
  /** It could not be matched or followed: a fault of the exchange, which has logged it. */
  NOT_FOLLOWED(Kind.CONFLICT);

  private final Kind kind;

  LineDispute(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** The dispute in one line: the code, and what was told. */
  public String told(String detail) {
    return new Refusal(this, detail).told();
  }
}
