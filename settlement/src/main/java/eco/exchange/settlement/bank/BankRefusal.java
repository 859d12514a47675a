package eco.exchange.settlement.bank;

import eco.exchange.answer.Reason;

/**
 * Reasons for which a message of the bank is refused, in the order in which they are checked.
 * Nothing follows from a message that is refused.
 */
public enum BankRefusal implements Reason {
  /** The message is longer than is read. */
  TOO_LARGE(Kind.INVALID),
  /** It is not in UTF-8. */
  NOT_UTF8(Kind.INVALID),
  /** It declares a document type; with one, entities could be made to grow without end. */
  DOCTYPE_FORBIDDEN(Kind.INVALID),
  /** It is no XML, or not all of it has come. */
  NOT_WELL_FORMED(Kind.INVALID),
  /** It is of a kind or a version that is not read here: its namespace is another. */
  UNKNOWN_MESSAGE(Kind.INVALID),
  /** It does not keep to the published schema of its kind. */
  NOT_BY_SCHEMA(Kind.INVALID),
  /**
   * It is a page of a longer message, or tells of several accounts; one message is one statement.
   */
  NOT_ONE_STATEMENT(Kind.INVALID),
  /** An amount is in another currency than renminbi. */
  OTHER_CURRENCY(Kind.INVALID),
  /** An amount is nothing, has a fraction of a fen, or is more than can be counted. */
  AMOUNT_UNFIT(Kind.INVALID),
  /** A movement is not booked yet. */
  NOT_BOOKED(Kind.INVALID),
  /** It is not told at what time a movement was booked. */
  TIME_MISSING(Kind.INVALID),
  /** A movement or a payment has no number by which it is known, or a statement none of its own. */
  REFERENCE_MISSING(Kind.INVALID),
  /** Two movements or payments of the message have the same number. */
  REFERENCE_TWICE(Kind.INVALID),
  /** The sums and counts that the message tells are not those of what it holds. */
  TOTALS_DIFFER(Kind.INVALID),
  /** The opening balance and the movements do not make the closing balance. */
  BALANCES_DIFFER(Kind.INVALID),
  /** It is about an account that is not the exchange's. */
  OTHER_ACCOUNT(Kind.INVALID),
  /** The number of the message is known, with another content. */
  MESSAGE_DIFFERS(Kind.CONFLICT),
  /**
   * A statement between the last one and this one is missing, or it begins with another balance.
   */
  OUT_OF_ORDER(Kind.CONFLICT),
  /** The bank answers to a file or a payment that it was never sent. */
  FILE_UNKNOWN(Kind.NOT_FOUND),
  /** There is no account of the ledger by that name from which anybody is paid. */
  PAYEE_UNKNOWN(Kind.NOT_FOUND),
  /** The holder, the number, or the bank of an account does not look like one. */
  ACCOUNT_UNFIT(Kind.INVALID),
  /** Another account waits to be confirmed for the payee, or none does. */
  ACCOUNT_NOT_AWAITED(Kind.CONFLICT),
  /** Whoever has noted an account may not confirm it. */
  SAME_PERSON(Kind.FORBIDDEN);

  private final Kind kind;

  BankRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
