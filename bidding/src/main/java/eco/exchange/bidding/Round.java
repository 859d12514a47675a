package eco.exchange.bidding;

import eco.exchange.bidding.RecordedBid.Name;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One round at a desk: all the bids that had gathered, folded onto a lot, and then the bell.
 *
 * @param before the lot as it was
 * @param after the lot as it will be once the round is committed
 * @param recorded the bids to be entered in the book, in order
 * @param answers the answer to each offer, in the order of the offers
 */
record Round(Lot before, Lot after, List<RecordedBid> recorded, List<BidAnswer> answers) {

  /**
   * A bid as the desk took it.
   *
   * @param bid the bid
   * @param takenAt when the desk took it
   */
  record Offer(PlaceBid bid, Instant takenAt) {}

  /**
   * Plays a round.
   *
   * @param lot the lot as it is
   * @param offers the bids, in the order in which they were taken
   * @param now the time of the round, after all of them
   */
  static Round of(Lot lot, List<Offer> offers, Instant now) {
    Folding folding = new Folding(lot);
    List<BidAnswer> answers = offers.stream().map(folding::answer).toList();
    List<RecordedBid> recorded = List.copyOf(folding.recorded.values());
    Lot after = lot.after(recorded.size(), folding.auction, folding.latest).rungAt(now);
    return new Round(lot, after, recorded, answers);
  }

  /** Whether there is nothing to write. */
  boolean isIdle() {
    return after.version() == before.version();
  }

  /** Whether this round closes the lot. */
  boolean closes() {
    return after.isClosed() && !before.isClosed();
  }

  /** The name under which a bid would stand in the book of a lot; empty without a paddle. */
  static Optional<Name> name(Lot lot, PlaceBid bid) {
    return Optional.ofNullable(lot.paddles().get(bid.bidder()))
        .map(paddle -> new Name(paddle, bid.key()));
  }

  /** The state of a round while it is played; it leaves nothing behind but the round. */
  private static final class Folding {
    private final Lot lot;
    private final Map<Name, RecordedBid> recorded = new LinkedHashMap<>();
    private Auction auction;
    private Instant latest;

    Folding(Lot lot) {
      this.lot = lot;
      this.auction = lot.auction();
      this.latest = lot.latestAt();
    }

    BidAnswer answer(Offer offer) {
      return name(lot, offer.bid())
          .map(name -> answer(name, offer))
          .orElseGet(
              () -> new BidAnswer.Refused(BidRefusal.NOT_ADMITTED, "no paddle for this lot"));
    }

    private BidAnswer answer(Name name, Offer offer) {
      RecordedBid earlier = recorded.get(name);
      if (earlier != null) {
        return earlier.answerTo(offer.bid().price());
      }
      // The desks of two nodes take bids by two clocks; in the book time never runs back.
      Instant placedAt = offer.takenAt().isBefore(latest) ? latest : offer.takenAt();
      Auction.Outcome outcome =
          auction.judge(new Auction.Bid(name.paddle(), offer.bid().price(), placedAt));
      if (!lot.isClosed()) {
        enter(name, offer, placedAt, outcome);
      }
      return outcome.answer();
    }

    private void enter(Name name, Offer offer, Instant placedAt, Auction.Outcome outcome) {
      auction = outcome.next();
      latest = placedAt;
      long version = lot.version() + recorded.size() + 1;
      recorded.put(
          name, new RecordedBid(version, name, offer.bid().price(), placedAt, outcome.answer()));
    }
  }
}
