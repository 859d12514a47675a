package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.Auction;
import eco.exchange.bidding.auction.Auction.Outcome;
import eco.exchange.bidding.auction.Auction.Outcome.Raise;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.auction.PlacedAct;
import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.market.PartyId;
import eco.exchange.rulebook.BiddingBounds;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch of acts folded onto a lot, and then the bell.
 *
 * @param before the lot as it was
 * @param after the lot as it will be once the batch is committed
 * @param recorded the acts to be entered in the book, in order
 * @param answers the answer to each act that arrived, in order
 */
public record ActBatch(Lot before, Lot after, List<RecordedAct> recorded, List<BidAnswer> answers) {

  // Who looks at a lot anew plays fewer acts than these again.
  private static final int ACTS_BETWEEN = 64;

  /**
   * An act as a queue took it.
   *
   * @param bidder who acts; empty is the centre
   * @param act what is done
   * @param key the name that whoever acts gave it
   * @param isConfirmed whether a price far over the last one is meant
   * @param takenAt when the queue took it
   */
  public record Arrival(
      Optional<PartyId> bidder, Act act, String key, boolean isConfirmed, Instant takenAt) {}

  /**
   * Folds acts onto a lot, in order, and lets the bell ring after them.
   *
   * @param lot the lot as it is
   * @param arrivals the acts, in the order in which they were taken
   * @param now the time of the batch, after all of them
   * @param bounds of the edition of the rules under which the lot was disclosed
   */
  public static ActBatch of(Lot lot, List<Arrival> arrivals, Instant now, BiddingBounds bounds) {
    Folding folding = new Folding(lot, bounds);
    List<BidAnswer> answers = arrivals.stream().map(folding::answer).toList();
    List<RecordedAct> recorded = List.copyOf(folding.recorded.values());
    Lot after = lot.after(recorded.size(), folding.auction, folding.latest).rungAt(now);
    return new ActBatch(lot, after, recorded, answers);
  }

  /**
   * Whether its acts tell where the auction stands now, so that the auction itself need not be
   * written: nothing but acts has moved it, not many stand in the book since it was, and it goes
   * on.
   */
  boolean needsNoSnapshot() {
    return !after.isClosed()
        && after.version() == before.version() + recorded.size()
        && after.version() / ACTS_BETWEEN == before.version() / ACTS_BETWEEN;
  }

  /** Whether there is nothing to write. */
  public boolean isIdle() {
    return after.version() == before.version();
  }

  /** Whether this batch closes the lot. */
  boolean closes() {
    return after.isClosed() && !before.isClosed();
  }

  /**
   * The name under which an act would stand in the book of a lot; empty without a paddle that is
   * not suspended.
   */
  public static Optional<Name> name(Lot lot, Arrival arrival) {
    return arrival
        .bidder()
        .map(lot::hand)
        .orElse(Optional.of(PlacedAct.CENTRE))
        .map(hand -> new Name(hand, arrival.key()));
  }

  /** The state of a batch while it is played; it leaves nothing behind but the batch. */
  private static final class Folding {
    private final Lot lot;
    private final Map<Name, RecordedAct> recorded = new LinkedHashMap<>();
    private final BiddingBounds bounds;
    private Auction auction;
    private Instant latest;

    Folding(Lot lot, BiddingBounds bounds) {
      this.lot = lot;
      this.bounds = bounds;
      this.auction = lot.auction();
      this.latest = lot.latestAt();
    }

    BidAnswer answer(Arrival arrival) {
      return name(lot, arrival)
          .map(name -> answer(name, arrival))
          .orElseGet(
              () ->
                  new BidAnswer.Refused(
                      BidRefusal.NOT_ADMITTED, "no paddle for this lot, or no deposit any more"));
    }

    private BidAnswer answer(Name name, Arrival arrival) {
      RecordedAct earlier = recorded.get(name);
      if (earlier != null) {
        return earlier.answerTo(arrival.act());
      }
      // The queues of two nodes take acts by two clocks; in the book time never runs back.
      Instant placedAt = arrival.takenAt().isBefore(latest) ? latest : arrival.takenAt();
      PlacedAct placed = new PlacedAct(name.hand(), arrival.act(), placedAt);
      Outcome outcome = judge(placed);
      Optional<BidAnswer.Refused> leap =
          outcome.answer() instanceof BidAnswer.Refused
              ? Optional.empty()
              : Leap.fault(auction, placed, arrival.isConfirmed(), bounds);
      if (leap.isPresent()) {
        return leap.get();
      }
      if (!lot.isClosed()) {
        enter(name, arrival.act(), placedAt, outcome);
      }
      return outcome.answer();
    }

    private Outcome judge(PlacedAct placed) {
      return lot.isContested() && !lot.isClosed()
          ? new Outcome(
              auction,
              new BidAnswer.Refused(
                  BidRefusal.AGREEMENT_NOT_POSSIBLE,
                  "%d bidders are admitted, and an agreement is for one"
                      .formatted(lot.paddles().size())),
              List.of())
          : auction.judge(placed);
    }

    private void enter(Name name, Act act, Instant placedAt, Outcome outcome) {
      auction = outcome.next();
      latest = placedAt;
      recorded.put(name, new RecordedAct(nextVersion(), name, act, placedAt, outcome.answer()));
      for (Raise raise : outcome.raises()) {
        RecordedAct entry = RecordedAct.of(raise, nextVersion(), placedAt);
        recorded.put(entry.name(), entry);
      }
    }

    private long nextVersion() {
      return lot.version() + recorded.size() + 1;
    }
  }
}
