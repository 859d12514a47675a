package eco.exchange.bidding.opening;

import eco.exchange.bidding.envelope.SealedOffer;
import eco.exchange.market.TradeId;
import java.time.Instant;

/**
 * The receipt of a sealed offer: what was handed in, and when it counts as handed in.
 *
 * @param form {@code eco.exchange/sealed-receipt/1}
 * @param lot the lot
 * @param paddle the bidder's paddle
 * @param commitment the commitment
 * @param envelopeSha256 the SHA-256 of the envelope's text
 * @param placedAt when it counts as handed in
 */
public record SealedReceiptView(
    String form,
    TradeId lot,
    String paddle,
    String commitment,
    String envelopeSha256,
    Instant placedAt) {

  static SealedReceiptView of(SealedOffer offer, Instant placedAt) {
    return new SealedReceiptView(
        "eco.exchange/sealed-receipt/1",
        offer.lot(),
        offer.paddle(),
        offer.commitment(),
        offer.envelopeSha256(),
        placedAt);
  }
}
