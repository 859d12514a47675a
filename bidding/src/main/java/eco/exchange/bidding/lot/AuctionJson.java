package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Ending;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.Offer;
import eco.exchange.storage.RecordJson;

/** The stored form of auctions, acts and offers. */
public final class AuctionJson {

  private static final RecordJson JSON =
      new RecordJson(Auction.class, Act.class, Ending.class, MethodTerms.class);

  private AuctionJson() {}

  public static String write(Auction auction) {
    return JSON.write(auction);
  }

  static String write(Act act) {
    return JSON.write(act);
  }

  public static String write(Offer offer) {
    return JSON.write(offer);
  }

  public static Auction auction(String text) {
    return JSON.read(Auction.class, text);
  }

  static Act act(String text) {
    return JSON.read(Act.class, text);
  }

  public static Offer offer(String text) {
    return JSON.read(Offer.class, text);
  }
}
