package eco.exchange.lab.soak;

import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/**
 * A bid that somebody tries to place, until it is answered.
 *
 * @param lot the lot
 * @param bidder the number of the bidder
 * @param price the price
 * @param key the bidder's key; no two attempts have the same
 */
record BidAttempt(TradeId lot, int bidder, Money price, String key) {}
