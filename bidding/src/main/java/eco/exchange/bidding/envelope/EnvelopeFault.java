package eco.exchange.bidding.envelope;

/**
 * Reasons for which an envelope is not taken or not opened, in the order in which they are checked.
 */
public enum EnvelopeFault {
  /** It is too large, or not the one JSON text that the form allows. */
  MALFORMED,
  /** It was made for another lot. */
  OTHER_LOT,
  /** It was made for another paddle. */
  OTHER_PADDLE,
  /** It was made for other keys than those of the lot. */
  OTHER_KEYS,
  /** The share does not open with the holder's key. */
  SHARE_UNREADABLE,
  /** The share is not the one whose digest stands in the envelope. */
  SHARE_WRONG,
  /** Fewer than two holders have a share. */
  SHARES_MISSING,
  /** The offer does not open with the shares. */
  OFFER_UNREADABLE,
  /** What opened is no offer, or one beyond what the exchange settles. */
  OFFER_INVALID,
  /** The offer is another than the one to which the bidder committed. */
  COMMITMENT_BROKEN
}
