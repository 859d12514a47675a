package eco.exchange.bidding;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.market.MethodTerms;
import eco.exchange.market.Offer;
import eco.exchange.outbox.RecordJson;

/** The stored form of auctions, acts and offers. */
final class StoredAuction {

  private static final RecordJson JSON =
      new RecordJson(Auction.class, Act.class, Ending.class, MethodTerms.class);

  private StoredAuction() {}

  static String write(Auction auction) {
    return JSON.write(auction);
  }

  static String write(Act act) {
    return JSON.write(act);
  }

  static String write(Offer offer) {
    return JSON.write(offer);
  }

  static Auction auction(String text) {
    return JSON.read(Auction.class, text);
  }

  static Act act(String text) {
    return JSON.read(Act.class, text);
  }

  static Offer offer(String text) {
    return JSON.read(Offer.class, text);
  }
}
