package eco.exchange.bidding;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/**
 * A bid on a lot, at the moment when it arrives.
 *
 * @param trade the lot
 * @param bidder who bids; the paddle is found by it
 * @param price the price offered
 * @param key the bidder's own name for this bid: the same key and price is the same bid
 */
public record PlaceBid(TradeId trade, PartyId bidder, Money price, String key) {

  /** The longest key, in characters. */
  public static final int KEY_MAX = 128;
}
