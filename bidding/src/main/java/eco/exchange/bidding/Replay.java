package eco.exchange.bidding;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.OpenBook;
import eco.exchange.bidding.auction.Outcome;
import eco.exchange.bidding.auction.Placed;
import eco.exchange.bidding.auction.Standing;
import eco.exchange.bidding.auction.Standing.Lead;
import eco.exchange.market.LotTerms;
import eco.exchange.market.TradeId;
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
public record Replay(
    Optional<String> paddle,
    Optional<Money> price,
    Instant closesAt,
    int extensions,
    Optional<String> fault) {

  /**
   * Plays a log up to its end, or to its first fault. Bids that the auction made for sealed
   * ceilings must raise or meet the leading price; the ceilings themselves are in the record after
   * the end, see {@link RecordReplay}. So are the acts of other methods that the log does not show.
   */
  public static Replay of(TradeId trade, LotTerms terms, List<BidView> log) {
    Auction auction = Auction.of(trade, terms);
    Instant latest = Instant.MIN;
    for (BidView entry : log) {
      Outcome outcome =
          OpenBook.judge(
              auction,
              new Placed(entry.paddle(), new Act.Bid(entry.price()), entry.placedAt()),
              entry.byCeiling());
      Accepted claimed =
          new Accepted(entry.seq(), entry.price(), entry.placedAt(), entry.closesAt());
      if (!outcome.answer().equals(claimed) || entry.placedAt().isBefore(latest)) {
        return of(
            auction,
            latest,
            Optional.of("%s, but by the rules %s".formatted(entry, outcome.answer())));
      }
      auction = outcome.next();
      latest = entry.placedAt();
    }
    return of(auction, latest, Optional.empty());
  }

  private static Replay of(Auction auction, Instant latest, Optional<String> fault) {
    Standing standing = auction.standing(latest);
    return new Replay(
        standing.leading().map(Lead::paddle),
        standing.leading().map(Lead::price),
        standing.endsAt(),
        standing.extensions(),
        fault);
  }
}
