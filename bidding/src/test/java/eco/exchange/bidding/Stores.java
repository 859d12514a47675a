package eco.exchange.bidding;

import eco.exchange.bidding.ban.BanStore;
import eco.exchange.event.MarketEvent;
import java.util.List;

/** Where a test keeps its lots, and what the market was told meanwhile. */
record Stores(
    AuctionStore auctions,
    BidStore book,
    ApplicationStore applications,
    AwardStore awards,
    BanStore bans,
    Told told) {

  /** The events so far, in the order in which they were written. */
  interface Told {
    List<MarketEvent> events();
  }

  /** The same stores, but for the one in which rounds are committed. */
  Stores with(AuctionStore other) {
    return new Stores(other, book, applications, awards, bans, told);
  }
}
