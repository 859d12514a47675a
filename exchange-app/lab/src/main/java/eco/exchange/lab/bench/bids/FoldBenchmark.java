package eco.exchange.lab.bench.bids;

import eco.exchange.bidding.lot.BidView;
import eco.exchange.bidding.record.BidLogReplay;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.method.LotTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The pure fold, without desk, database or web: what judging a bid costs, by JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FoldBenchmark {

  static final int BIDS = 10_000;

  private static final Instant OPENING = Instant.parse("2026-03-02T01:00:00Z");

  private LotTerms terms = TrialLots.terms(OPENING);
  private List<BidView> log = List.of();

  /** Writes a lawful log. */
  @Setup
  public void write() {
    terms = TrialLots.terms(OPENING);
    List<BidView> bids = new ArrayList<>();
    for (int number = 0; number < BIDS; number++) {
      bids.add(
          new BidView(
              number + 1,
              "paddle-" + number % TrialLots.BIDDERS,
              TrialLots.price(number),
              OPENING.plusMillis(number),
              terms.closesAt(),
              false));
    }
    log = List.copyOf(bids);
  }

  /** Plays the log from the first bid to the last. */
  @Benchmark
  @OperationsPerInvocation(BIDS)
  public BidLogReplay play() {
    BidLogReplay replay = BidLogReplay.of(TrialLots.HOT, terms, log);
    if (replay.fault().isPresent()) {
      throw new IllegalStateException(replay.fault().get());
    }
    return replay;
  }
}
