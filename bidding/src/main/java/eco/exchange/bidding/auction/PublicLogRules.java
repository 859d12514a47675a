package eco.exchange.bidding.auction;

import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.money.Money;
import java.util.List;
import java.util.Optional;

/** The rules by which the entries of a public log are judged by those who see no more. */
public final class PublicLogRules {

  private PublicLogRules() {}

  /**
   * Judges an entry. A bid that the auction made for a sealed ceiling may meet the leading price,
   * of which it was the earlier, and may raise the leader's own, who was driven up to the ceiling.
   */
  public static Outcome judge(Auction auction, PlacedAct bid, boolean byCeiling) {
    return byCeiling && auction instanceof English english && bid.act() instanceof Act.Bid raise
        ? raised(english, bid, raise.price())
        : auction.judge(bid);
  }

  private static Outcome raised(English auction, PlacedAct placed, Money price) {
    if (placed.at().isBefore(auction.terms().opensAt())
        || !placed.at().isBefore(auction.closesAt())) {
      return Outcome.refused(auction, BidRefusal.TOO_LATE, "no ceiling bids before or after");
    }
    Optional<Refused> fault =
        PriceGrid.fault(auction.terms(), price, priceMin(auction, placed.hand()));
    if (fault.isPresent()) {
      return new Outcome(auction, fault.get(), List.of());
    }
    English next = auction.ledBy(new Lead(placed.hand(), price, placed.at()), price);
    Accepted accepted = new Accepted(next.seq(), price, placed.at(), next.closesAt());
    return new Outcome(next, accepted, List.of());
  }

  private static Money priceMin(English auction, String paddle) {
    return auction
        .leading()
        .map(lead -> PriceGrid.above(auction.terms(), lead.price(), !lead.paddle().equals(paddle)))
        .orElse(auction.terms().reserve());
  }
}
