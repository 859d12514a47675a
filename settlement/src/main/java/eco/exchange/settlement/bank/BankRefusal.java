package eco.exchange.settlement.bank;

import eco.exchange.answer.Reason;

/**
 * Reasons for which a message of the bank is refused, in the order in which they are checked.
 * Nothing follows from a message that is refused.
 */
public enum BankRefusal implements Reason {
  /** The message is longer than is read. */
  TOO_LARGE(Kind.INVALID),
  /** It is in an encoding that is not read, or not in the one that it declares. */
  ENCODING_UNFIT(Kind.INVALID),
  /** It declares a document type; with one, entities could be made to grow without end. */
  DOCTYPE_FORBIDDEN(Kind.INVALID),
  /** It is no XML, or not all of it has come. */
  NOT_WELL_FORMED(Kind.INVALID),
  /** It is of a kind or a version that is not read here: its namespace is another. */
  UNKNOWN_MESSAGE(Kind.INVALID),
  /** It does not keep to the published schema of its kind. */
  NOT_BY_SCHEMA(Kind.INVALID),
  /**
   * It keeps to its schema and yet cannot be read: a fault of the exchange, which has logged it.
   */
  NOT_READABLE(Kind.INVALID),
  /** It is a page of a longer message, or lacks a balance. */
  NOT_ONE_STATEMENT(Kind.INVALID),
  /** An amount is in another currency than renminbi. */
  OTHER_CURRENCY(Kind.INVALID),
  /** An amount is nothing, has a fraction of a fen, or is more than can be counted. */
  AMOUNT_UNFIT(Kind.INVALID),
  /** It is not told at what time a movement was booked. */
  TIME_MISSING(Kind.INVALID),
  /** A payment has no number by which it is known. */
  REFERENCE_MISSING(Kind.INVALID),
  /** Two payments of the message have the same number. */
  REFERENCE_TWICE(Kind.INVALID),
  /** The sums and counts that the message tells are not those of what it holds. */
  TOTALS_DIFFER(Kind.INVALID),
  /** The opening balance and the movements do not make the closing balance. */
  BALANCES_DIFFER(Kind.INVALID),
  /** Nothing of it is about the account of the exchange. */
  OTHER_ACCOUNT(Kind.INVALID),
  /** The number of the message is known, with another content. */
  MESSAGE_DIFFERS(Kind.CONFLICT),
  /** The bank answers to a file that it was never sent. */
  FILE_UNKNOWN(Kind.NOT_FOUND),
  /** There is no account of the ledger by that name from which anybody is paid. */
  PAYEE_UNKNOWN(Kind.NOT_FOUND),
  /** The holder, the number, or the bank of an account does not look like one. */
  ACCOUNT_UNFIT(Kind.INVALID),
  /** Another account waits to be confirmed for the payee, or none does. */
  ACCOUNT_NOT_AWAITED(Kind.CONFLICT),
  /** There is no such exception of the link to the bank. */
  EXCEPTION_UNKNOWN(Kind.NOT_FOUND),
  /** The exception cannot be settled in this way. */
  SETTLEMENT_UNFIT(Kind.CONFLICT),
  /** Whoever has noted or proposed something may not confirm it. */
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
