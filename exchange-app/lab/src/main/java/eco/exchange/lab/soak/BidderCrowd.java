package eco.exchange.lab.soak;

import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.SignedInBidders;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Bidders who bid on and on, each at any of the nodes, and who ask again with the same key when
 * they hear nothing: some at once, and some long after.
 */
final class BidderCrowd implements AutoCloseable {

  /** Whoever starts an exchange again that could not start, because its database was down. */
  interface Supervisor {
    void lookAfter() throws IOException;
  }

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration SIGNED_IN_FOR = Duration.ofMinutes(8);
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);
  private static final int PATIENT_TRIES = 40;

  private final BidCaller caller = new BidCaller();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final List<URI> nodes;
  private final List<TradeId> lots;
  private final Map<TradeId, AtomicLong> prices = new ConcurrentHashMap<>();
  private final Map<BidAttempt, AttemptAnswer> heard = new ConcurrentHashMap<>();
  private final AtomicLong left;
  private final LongFunction<RandomGenerator> draw;
  private final List<Future<?>> bidding = new ArrayList<>();
  private final AtomicLong answers = new AtomicLong();
  private volatile SignedInBidders visitors;
  private volatile long signedInAt = System.nanoTime();
  private volatile boolean goingHome;

  /**
   * Gathers a crowd.
   *
   * @param nodes the exchanges at which they bid
   * @param lots the lots on which they bid
   * @param most how many bids they place if nobody sends them home
   * @param draw gives each a source from which to draw what to do next
   */
  BidderCrowd(List<URI> nodes, List<TradeId> lots, long most, LongFunction<RandomGenerator> draw)
      throws InterruptedException {
    this.nodes = nodes;
    this.lots = lots;
    this.left = new AtomicLong(most);
    this.draw = draw;
    this.visitors = BidCaller.signIn(nodes.getFirst());
  }

  void begin() {
    for (int bidder = 0; bidder < TrialLots.BIDDERS; bidder++) {
      int number = bidder;
      bidding.add(people.submit(() -> bidOnAndOn(number)));
    }
  }

  private Void bidOnAndOn(int bidder) throws InterruptedException {
    RandomGenerator random = draw.apply(bidder);
    for (int count = 0; !goingHome && left.getAndDecrement() > 0; count++) {
      TradeId lot = lots.get(random.nextInt(lots.size()));
      AtomicLong price = prices.computeIfAbsent(lot, unseen -> new AtomicLong());
      // Mostly a rise, and now and then a price that somebody else has left behind.
      long increments =
          random.nextInt(20) == 0
              ? Math.max(0, price.get() - random.nextInt(9))
              : price.getAndIncrement();
      BidAttempt attempt =
          new BidAttempt(
              lot, bidder, TrialLots.price(increments), "soak-%d-%d".formatted(bidder, count));
      place(attempt, random);
    }
    return null;
  }

  private void place(BidAttempt attempt, RandomGenerator random) throws InterruptedException {
    heard.put(attempt, new AttemptAnswer.Nothing());
    int tries = random.nextInt(4) == 0 ? 1 : PATIENT_TRIES;
    for (int i = 0; i < tries && heard.get(attempt) instanceof AttemptAnswer.Nothing; i++) {
      if (i > 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      hear(attempt, random);
    }
    if (random.nextInt(50) == 0) {
      hear(attempt, random);
    }
  }

  // What was heard once must be heard for ever, at every node.
  private void hear(BidAttempt attempt, RandomGenerator random) throws InterruptedException {
    URI node = nodes.get(random.nextInt(nodes.size()));
    AttemptAnswer now = caller.place(node, visitors.tokens().get(attempt.bidder()), attempt);
    if (!(now instanceof AttemptAnswer.Nothing)) {
      answers.incrementAndGet();
    }
    heard.merge(
        attempt,
        now,
        (before, after) -> {
          if (before instanceof AttemptAnswer.Nothing) {
            return after;
          }
          if (!(after instanceof AttemptAnswer.Nothing) && !after.equals(before)) {
            throw new IllegalStateException(
                "told %s, then %s: %s".formatted(before, after, attempt));
          }
          return before;
        });
  }

  /** How many attempts have been answered. */
  long answered() {
    return heard.values().stream().filter(it -> !(it instanceof AttemptAnswer.Nothing)).count();
  }

  long unanswered() {
    return heard.size() - answered();
  }

  /** Waits until all have placed what they want to place. */
  void finish() throws InterruptedException, ExecutionException {
    for (Future<?> bidder : bidding) {
      bidder.get();
    }
  }

  /** Sends everybody home, after a last question about each bid that was never answered. */
  Map<BidAttempt, AttemptAnswer> goHome() throws InterruptedException, ExecutionException {
    goingHome = true;
    finish();
    visitors = BidCaller.signIn(nodes.getFirst());
    RandomGenerator random = draw.apply(-1L);
    for (BidAttempt attempt : heard.keySet()) {
      for (int i = 0;
          i < PATIENT_TRIES && heard.get(attempt) instanceof AttemptAnswer.Nothing;
          i++) {
        LockSupport.parkNanos(i == 0 ? 0 : PAUSE.toNanos());
        hear(attempt, random);
      }
    }
    return Map.copyOf(heard);
  }

  /**
   * Waits until somebody hears an answer again, which must not take long; by then everybody is
   * signed in for long enough, because access ends after a quarter of an hour.
   *
   * @param supervisor looks after the nodes meanwhile
   */
  void waitForAnAnswer(Supervisor supervisor) throws InterruptedException, IOException {
    if (System.nanoTime() - signedInAt > SIGNED_IN_FOR.toNanos()) {
      visitors = BidCaller.signIn(nodes.getFirst());
      signedInAt = System.nanoTime();
    }
    long before = answers.get();
    long giveUp = System.nanoTime() + ANSWER_WITHIN.toNanos();
    while (answers.get() == before) {
      if (System.nanoTime() > giveUp) {
        throw new LoadTool.Failed("nobody has been answered for " + ANSWER_WITHIN);
      }
      supervisor.lookAfter();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    goingHome = true;
    people.shutdownNow();
    caller.close();
  }
}
