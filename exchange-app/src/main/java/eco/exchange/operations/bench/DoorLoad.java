package eco.exchange.operations.bench;

import eco.exchange.bidding.Bidding;
import eco.exchange.bidding.PlaceBid;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.operations.trial.Sale;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/**
 * Rising bids on one lot through the door, always the same number of them in flight: each answer is
 * followed by the next bid.
 */
final class DoorLoad {

  private final Bidding bidding;
  private final TradeId lot;
  private final List<PartyId> bidders = Sale.bidders();
  private final LongPredicate isOver;
  private final AtomicLong placed;
  private final AtomicLong inFlight = new AtomicLong();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Latencies latencies = new Latencies();
  private final long first;
  private long accepted;
  private long answered;

  private DoorLoad(Bidding bidding, TradeId lot, long first, LongPredicate isOver) {
    this.bidding = bidding;
    this.lot = lot;
    this.first = first;
    this.placed = new AtomicLong(first);
    this.isOver = isOver;
  }

  /**
   * What came of a load.
   *
   * @param placed how many bids were placed, and answered
   * @param accepted how many of them were accepted
   * @param nanos how long all of it took
   * @param latencies how long each took
   */
  record Outcome(long placed, long accepted, long nanos, Latencies latencies) {}

  /** Places bids for some time. */
  static Outcome during(Bidding bidding, TradeId lot, long first, int inFlight, long nanos)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    return new DoorLoad(bidding, lot, first, bids -> System.nanoTime() > end).run(inFlight);
  }

  /** Places some number of bids. */
  static Outcome of(Bidding bidding, TradeId lot, long first, int inFlight, long bids)
      throws InterruptedException {
    return new DoorLoad(bidding, lot, first, placed -> placed >= bids).run(inFlight);
  }

  private Outcome run(int width) throws InterruptedException {
    long begun = System.nanoTime();
    inFlight.set(width);
    for (int i = 0; i < width; i++) {
      next();
    }
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a bid failed at the door", e.getCause());
    }
    long nanos = System.nanoTime() - begun;
    synchronized (latencies) {
      return new Outcome(answered, accepted, nanos, latencies);
    }
  }

  private void next() {
    long number = placed.getAndIncrement();
    if (isOver.test(number - first)) {
      if (inFlight.decrementAndGet() == 0) {
        over.complete(null);
      }
      return;
    }
    PartyId bidder = bidders.get((int) (number % bidders.size()));
    long begun = System.nanoTime();
    bidding
        .placeBid(new PlaceBid(lot, bidder, Sale.price(number), "door-" + number))
        .subscribe()
        .with(answer -> told(answer, begun), over::completeExceptionally);
  }

  private void told(BidAnswer answer, long begun) {
    synchronized (latencies) {
      latencies.add(System.nanoTime() - begun);
      answered++;
      if (answer instanceof BidAnswer.Accepted) {
        accepted++;
      }
    }
    next();
  }
}
