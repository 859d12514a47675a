package eco.exchange.bidding.desk;

import eco.exchange.bidding.application.ApplicationStore;
import eco.exchange.bidding.award.AwardStore;
import eco.exchange.bidding.ban.BanStore;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.event.MarketEvent;
import java.util.List;

/** Where a test keeps its lots, and what the market was told meanwhile. */
public record Stores(
    LotStore lots,
    BidStore book,
    ApplicationStore applications,
    AwardStore awards,
    BanStore bans,
    Told told) {

  /** The events so far, in the order in which they were written. */
  interface Told {
    List<MarketEvent> events();
  }

  /** The same stores, but for the one in which batches are committed. */
  public Stores with(LotStore other) {
    return new Stores(other, book, applications, awards, bans, told);
  }
}
