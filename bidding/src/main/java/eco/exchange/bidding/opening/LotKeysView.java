package eco.exchange.bidding.opening;

import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.envelope.LotKeys;
import eco.exchange.market.TradeId;
import java.util.Map;

/**
 * The keys to which the offers for a lot are sealed.
 *
 * @param trade the lot
 * @param keys the public key of each holder
 * @param fingerprint the digest of them all, which every envelope names
 * @param frozen whether they can no longer change, because bidding has opened
 */
public record LotKeysView(
    TradeId trade, Map<Holder, String> keys, String fingerprint, boolean frozen) {

  static LotKeysView of(TradeId trade, LotKeys keys, boolean frozen) {
    return new LotKeysView(trade, keys.keys(), keys.fingerprint(), frozen);
  }
}
