package eco.exchange.bidding.auction;

import eco.exchange.answer.Reason;

/**
 * Reasons for which an act is refused, in the order in which they are checked: the first that holds
 * is told.
 *
 * <p>Every method keeps this order. The phase that counts is the one that has come by the time of
 * the act, whether or not the bell has rung for it. Only a sealed offer that is too large or
 * unreadable to be recorded is turned away before anything else but a bad key.
 */
public enum BidRefusal implements Reason {
  /** There is no such lot. */
  NO_SUCH_LOT(Kind.NOT_FOUND),
  /** The key is empty, too long or has characters other than visible ASCII. */
  BAD_KEY(Kind.INVALID),
  /** Too many bids wait for this lot; the same bid may be placed again in a second. */
  BUSY(Kind.BUSY),
  /** The bidder has no paddle for this lot, or the bank has taken back the deposit. */
  NOT_ADMITTED(Kind.FORBIDDEN),
  /** The key was used for another act. */
  KEY_REUSED(Kind.INVALID),
  /** Bidding is over and the result is known. */
  ALREADY_CLOSED(Kind.CONFLICT),
  /** It was to be sold by agreement, which is for one; another is admitted, too (R-REG-1). */
  AGREEMENT_NOT_POSSIBLE(Kind.CONFLICT),
  /** The method of this lot knows no such act, or not from this hand, or not in this phase. */
  WRONG_ACT(Kind.CONFLICT),
  /** Bidding has not begun. */
  NOT_OPEN_YET(Kind.CONFLICT),
  /** The act arrived at the closing time or after it. */
  TOO_LATE(Kind.CONFLICT),
  /** The bidder has not bid in the listing window, or did not join the timed bidding. */
  NOT_JOINED(Kind.FORBIDDEN),
  /** The bidder leads, and nobody outbids himself. */
  ALREADY_LEADING(Kind.CONFLICT),
  /** The price is below the reserve. */
  BELOW_RESERVE(Kind.INVALID),
  /** The price is beyond what the exchange settles. */
  TOO_HIGH(Kind.INVALID),
  /** The price is not the reserve plus whole increments. */
  OFF_GRID(Kind.INVALID),
  /** The price does not raise the leading price by an increment, or lowers one's own. */
  TOO_LOW(Kind.CONFLICT),
  /** The falling price has another value now. */
  PRICE_MOVED(Kind.CONFLICT),
  /** The price is so far over the last that the deposit does not fit it (R-BID-LEAP). */
  DEPOSIT_TOO_LOW(Kind.INVALID),
  /** The price is so far over the last that it is to be confirmed a second time (R-BID-LEAP). */
  CONFIRMATION_REQUIRED(Kind.CONFLICT),
  /** The envelope or its commitment is malformed or too large. */
  ENVELOPE_INVALID(Kind.INVALID),
  /** The same commitment was handed in before, by this or another paddle. */
  ENVELOPE_REPLAYED(Kind.CONFLICT),
  /** The offer was corrected as often as the notice allows. */
  TOO_MANY_CORRECTIONS(Kind.CONFLICT),
  /** There is no sealed offer to withdraw. */
  NOTHING_SEALED(Kind.CONFLICT),
  /** The offers are still being handed in. */
  NOT_SEALED_YET(Kind.CONFLICT),
  /** The scores are not one number of points for each criterion of each offer. */
  SCORES_INVALID(Kind.INVALID),
  /** The offers are not scored yet, and no price may be seen before they are. */
  SCORES_MISSING(Kind.CONFLICT),
  /** The offers are scored already, and scores are never changed. */
  SCORES_FROZEN(Kind.CONFLICT),
  /** The opening does not name each sealed offer once. */
  OPENING_INCOMPLETE(Kind.INVALID);

  private final Kind kind;

  BidRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
