package eco.exchange.lab.soak;

import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.BooksView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Rounds in which many clients ask the ledger at once for random things, each held against a plain
 * oracle; and the books, counted anew.
 */
final class LedgerRounds {

  static final int LANES = 64;

  private final GeneralLedger ledger;
  private final Clock clock;
  private final LongFunction<RandomGenerator> draw;

  LedgerRounds(GeneralLedger ledger, Clock clock, LongFunction<RandomGenerator> draw) {
    this.ledger = ledger;
    this.clock = clock;
    this.draw = draw;
  }

  /**
   * Runs a round and returns how many transfers were asked for.
   *
   * @param chains how many chains each asks for
   * @throws IllegalStateException if an answer, a balance or the books are wrong
   */
  long run(int round, int chains) throws InterruptedException {
    List<Future<Long>> lanes = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < LANES; lane++) {
        String name = "R%d-%d".formatted(round, lane);
        RandomGenerator random = draw.apply((long) round * LANES + lane);
        lanes.add(people.submit(() -> new LedgerLane(name, ledger, clock, random).run(chains)));
      }
    }
    long operations = 0;
    for (Future<Long> lane : lanes) {
      operations += operations(lane);
    }
    BooksView books = ledger.count().await().indefinitely();
    if (!books.areRight()) {
      throw new IllegalStateException("the books are wrong: " + books);
    }
    return operations;
  }

  private static long operations(Future<Long> lane) throws InterruptedException {
    try {
      return lane.get();
    } catch (ExecutionException wrong) {
      throw new IllegalStateException(wrong.getCause());
    }
  }
}
