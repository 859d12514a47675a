package eco.exchange.bidding.record;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.AuctionStanding;
import eco.exchange.bidding.auction.AuctionStanding.Lead;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.bidding.auction.PublicLogRules;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The auction of a lot, played again from its terms and its public log by anybody who doubts it.
 *
 * @param paddle who leads at the end
 * @param price the leading price
 * @param closesAt when bidding closes after the last bid
 * @param extensions how often late bids have moved the closing
 * @param fault the first entry of the log that the rules would not have made, and why
 */
public record BidLogReplay(
    Optional<String> paddle,
    Optional<Money> price,
    Instant closesAt,
    int extensions,
    Optional<String> fault) {

  /**
   * Plays a log up to its end, or to its first fault. Bids that the auction made for sealed
   * ceilings must raise or meet the leading price; the ceilings themselves are in the record after
   * the end, see {@link RecordChecker}. So are the acts of other methods that the log does not
   * show.
   */
  public static BidLogReplay of(TradeId trade, LotTerms terms, List<BidView> log) {
    Auction auction = Auction.of(trade, terms);
    Instant latest = Instant.MIN;
    for (BidView entry : log) {
      Outcome outcome =
          PublicLogRules.judge(
              auction,
              new PlacedAct(entry.paddle(), new Act.Bid(entry.price()), entry.placedAt()),
              entry.byCeiling());
      Accepted claimed =
          new Accepted(entry.seq(), entry.price(), entry.placedAt(), entry.closesAt());
      if (!outcome.answer().equals(claimed) || entry.placedAt().isBefore(latest)) {
        return of(
            auction,
            latest,
            Optional.of(
                "number %d, %s by %s, is by the rules %s"
                    .formatted(
                        entry.seq(), entry.price(), entry.paddle(), outcome.answer().told())));
      }
      auction = outcome.next();
      latest = entry.placedAt();
    }
    return of(auction, latest, Optional.empty());
  }

  private static BidLogReplay of(Auction auction, Instant latest, Optional<String> fault) {
    AuctionStanding standing = auction.standing(latest);
    return new BidLogReplay(
        standing.leading().map(Lead::paddle),
        standing.leading().map(Lead::price),
        standing.endsAt(),
        standing.extensions(),
        fault);
  }
}
