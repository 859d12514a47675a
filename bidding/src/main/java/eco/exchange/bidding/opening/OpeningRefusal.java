package eco.exchange.bidding.opening;

import eco.exchange.answer.Reason;

/** Reasons for which keys and shares are refused, in the order in which they are checked. */
public enum OpeningRefusal implements Reason {
  /** The person has no office with this holder. */
  NOT_THE_HOLDER(Kind.FORBIDDEN),
  /** It is no X25519 key of 64 hexadecimal digits, or one to which nothing can be sealed. */
  KEY_INVALID(Kind.INVALID),
  /** The key is registered for another holder. */
  KEY_TAKEN(Kind.CONFLICT),
  /** The person acts for another holder, and nobody acts for two. */
  OTHER_HOLDER(Kind.FORBIDDEN),
  /** Not every holder has registered a key yet. */
  KEYS_MISSING(Kind.CONFLICT),
  /** Whoever sells or bids has no hand in the opening. */
  OWN_OPENING(Kind.FORBIDDEN),
  /** Another person has handed in for this holder. */
  HOLDER_ACTED(Kind.CONFLICT),
  /** A share belongs to no sealed offer, or is not the one that the bidder gave this holder. */
  SHARES_INVALID(Kind.INVALID);

  private final Kind kind;

  OpeningRefusal(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
