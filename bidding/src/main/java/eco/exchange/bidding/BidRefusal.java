package eco.exchange.bidding;

import eco.exchange.market.Reason;

/** Why a bid was refused, in the order in which it is checked: the first that holds is told. */
public enum BidRefusal implements Reason {
  /** There is no such lot. */
  NO_SUCH_LOT(Kind.NOT_FOUND),
  /** The key is empty, too long or has characters other than visible ASCII. */
  BAD_KEY(Kind.INVALID),
  /** Too many bids wait for this lot; the same bid may be placed again in a second. */
  BUSY(Kind.CONFLICT),
  /** The bidder has no paddle for this lot. */
  NOT_ADMITTED(Kind.FORBIDDEN),
  /** The bidder has used this key for another price. */
  KEY_REUSED(Kind.INVALID),
  /** Bidding has not begun. */
  NOT_OPEN_YET(Kind.CONFLICT),
  /** Bidding is over and the result is known. */
  ALREADY_CLOSED(Kind.CONFLICT),
  /** The bid arrived at the closing time or after it. */
  TOO_LATE(Kind.CONFLICT),
  /** The bidder leads, and nobody outbids himself. */
  ALREADY_LEADING(Kind.CONFLICT),
  /** The price is below the reserve. */
  BELOW_RESERVE(Kind.INVALID),
  /** The price is beyond what the exchange settles. */
  TOO_HIGH(Kind.INVALID),
  /** The price is not the reserve plus whole increments. */
  OFF_GRID(Kind.INVALID),
  /** The price does not raise the leading price by an increment. */
  TOO_LOW(Kind.CONFLICT);

  private final Kind kind;

  BidRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
