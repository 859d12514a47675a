package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.Act;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/**
 * A bid on a lot, or whatever else a bidder may do there, at the moment when it arrives.
 *
 * @param trade the lot
 * @param bidder who bids; the paddle is found by it
 * @param act what is done
 * @param key the bidder's own name for this act: the same key and content is the same act
 * @param isConfirmed whether the bidder says that a price far over the last one is meant
 */
public record PlaceBid(TradeId trade, PartyId bidder, Act act, String key, boolean isConfirmed) {

  /** The longest key, in characters. */
  public static final int KEY_MAX = 128;

  /** An act of which nothing is confirmed. */
  public PlaceBid(TradeId trade, PartyId bidder, Act act, String key) {
    this(trade, bidder, act, key, false);
  }

  /** Offers a price in the open. */
  public PlaceBid(TradeId trade, PartyId bidder, Money price, String key) {
    this(trade, bidder, new Act.Bid(price), key);
  }
}
