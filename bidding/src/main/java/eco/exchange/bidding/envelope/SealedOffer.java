package eco.exchange.bidding.envelope;

import eco.exchange.market.TradeId;

/**
 * A sealed offer as it is handed in.
 *
 * @param lot the lot
 * @param paddle the bidder's paddle there
 * @param commitment what binds the offer to both, see {@link
 *     eco.exchange.bidding.auction.Commitments}
 * @param envelope the encrypted offer, one JSON text
 */
public record SealedOffer(TradeId lot, String paddle, String commitment, String envelope) {

  /** The longest envelope, in characters. */
  public static final int ENVELOPE_MAX = 16_384;

  /** The SHA-256 of the envelope, as it stands in the receipt. */
  public String envelopeSha256() {
    return Sha256Hex.of(envelope);
  }
}
