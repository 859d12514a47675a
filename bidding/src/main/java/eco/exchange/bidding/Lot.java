package eco.exchange.bidding;

import eco.exchange.bidding.Auction.Closed;
import eco.exchange.bidding.AuctionView.State;
import eco.exchange.bidding.AuctionView.Unsold;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A lot at one version: its auction, and who may bid on it.
 *
 * <p>Everything that happens to a lot makes a new version: each application, admission and recorded
 * bid, and the closing. Whoever writes names the version that it judged; if that is no longer the
 * latest, nothing is written, and it must look and judge again.
 *
 * @param trade the trade
 * @param transferor who sells
 * @param version counted from 1
 * @param auction the auction
 * @param latestAt the time of the latest recorded bid; the next counts no earlier
 * @param applicants how many parties have applied
 * @param paddles the paddle of each admitted bidder
 */
record Lot(
    TradeId trade,
    PartyId transferor,
    long version,
    Auction auction,
    Instant latestAt,
    int applicants,
    Map<PartyId, String> paddles) {

  Lot {
    paddles = Map.copyOf(paddles);
  }

  boolean isClosed() {
    return auction instanceof Closed;
  }

  /** When the bell rings for this lot next: a lot without applicants need not wait for bids. */
  Optional<Instant> bellAt() {
    if (isClosed()) {
      return Optional.empty();
    }
    return Optional.of(
        applicants == 0 ? auction.terms().applicationsCloseAt() : auction.standing().closesAt());
  }

  /** The lot after these recorded bids. */
  Lot after(int bids, Auction next, Instant latest) {
    return new Lot(trade, transferor, version + bids, next, latest, applicants, paddles);
  }

  /** The lot after the bell, which closes it when its time has come. */
  Lot rungAt(Instant now) {
    if (bellAt().filter(bell -> !now.isBefore(bell)).isEmpty()) {
      return this;
    }
    Auction next =
        switch (auction) {
          case Auction.Scheduled scheduled -> scheduled.close(now);
          case Auction.Open open -> open.close(now);
          case Closed closed -> closed;
        };
    return new Lot(trade, transferor, version + 1, next, latestAt, applicants, paddles);
  }

  /** Who bids under a paddle of this lot. */
  PartyId bidder(String paddle) {
    return paddles.entrySet().stream()
        .filter(entry -> entry.getValue().equals(paddle))
        .map(Map.Entry::getKey)
        .findAny()
        .orElseThrow(() -> new IllegalStateException(trade + " has no paddle " + paddle));
  }

  /** Why nobody got the lot; empty while it is not closed, and if there is a winner. */
  Optional<Unsold> unsold() {
    if (!isClosed() || auction.standing().leading().isPresent()) {
      return Optional.empty();
    }
    if (applicants == 0) {
      return Optional.of(Unsold.NO_APPLICANT);
    }
    return Optional.of(paddles.isEmpty() ? Unsold.NO_BIDDER : Unsold.NO_BID);
  }

  /** What anybody may see of the lot. */
  AuctionView view(Optional<AwardView> award, Instant now) {
    Auction current = auction.at(now);
    Standing standing = current.standing();
    boolean refused = award.filter(it -> it.state() == AwardView.State.REFUSED).isPresent();
    return new AuctionView(
        trade,
        state(current),
        current.terms(),
        standing.leading().map(Auction.Bid::price),
        standing.leading().map(Auction.Bid::paddle),
        isClosed() ? Optional.empty() : Optional.of(current.priceMin()),
        standing.closesAt(),
        standing.extensions(),
        standing.seq(),
        refused ? Optional.of(Unsold.AWARD_REFUSED) : unsold(),
        now);
  }

  private static State state(Auction auction) {
    return switch (auction) {
      case Auction.Scheduled scheduled -> State.SCHEDULED;
      case Auction.Open open -> State.OPEN;
      case Closed closed -> State.CLOSED;
    };
  }
}
