package eco.exchange.lab.bench.bids;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.lab.bench.measure.ClosedLoop;
import eco.exchange.lab.bench.measure.Figure;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.bench.measure.ProcessUsage;
import eco.exchange.lab.bench.measure.Ratios;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.TradeId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The measurement of the door of bidding: the rate on one hot lot, and what a long book costs. */
final class DoorMeasurement {

  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final long WARM_UP_BIDS = 300_000;
  private static final long SHORT_BOOK = 1_000;
  private static final long LONG_BOOK = 1_000_000;
  private static final long WINDOW = 20_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Bidding bidding;
  private final long databasePid;
  private final Figures figures;
  private final Duration load;

  /**
   * Prepares to measure.
   *
   * @param databasePid the process of the database, whose work is part of what a bid costs
   * @param load how long the hot lot is bid on
   */
  DoorMeasurement(Bidding bidding, long databasePid, Figures figures, Duration load) {
    this.bidding = bidding;
    this.databasePid = databasePid;
    this.figures = figures;
    this.load = load;
  }

  /** Bids on one lot without a pause. */
  void measureRate() throws InterruptedException {
    DoorLoad hot = new DoorLoad(bidding, TrialLots.HOT_AT_THE_DOOR);
    hot.during(WARM_UP.toNanos());
    ProcessUsage before = ProcessUsage.of(ProcessHandle.current().pid());
    DoorLoad.Outcome outcome = hot.during(load.toNanos());
    ProcessUsage after = ProcessUsage.of(ProcessHandle.current().pid());
    ClosedLoop.Outcome all = outcome.all();
    figures.add("door_hot_rate", all.rateOf(outcome.accepted()), "bids/s");
    figures.add(Ratios.figure("door_hot_accepted", outcome.accepted(), all.answered()));
    all.latencies().tell(figures, "door_hot");
    figures.add(Ratios.cores("door_hot_cpu", after.cpuMillisSince(before), all.nanos()));
    figures.add("door_resident", after.residentKib() / 1024, "MiB");
  }

  static List<TradeId> lotsThatGrow() {
    List<TradeId> lots = new ArrayList<>(TrialLots.SHORT_BOOKS);
    lots.add(TrialLots.GROWING);
    return lots;
  }

  /**
   * Compares what a bid costs when its lot has a thousand in the book, and when it has a million.
   *
   * <p>The cost is the processor time of the exchange and its database: what else happens on the
   * machine meanwhile does not count. How long a bid took is told beside it.
   */
  void measureGrowth() throws InterruptedException {
    List<TradeId> lots = TrialLots.SHORT_BOOKS;
    // The last in the order of the book: PostgreSQL has a short cut to the end of an index, which
    // neither the short books nor the long one shall use.
    new DoorLoad(bidding, lots.getLast()).of(WARM_UP_BIDS);
    List<Cost> early = new ArrayList<>();
    for (TradeId lot : lots.subList(0, lots.size() - 1)) {
      DoorLoad shortBook = new DoorLoad(bidding, lot);
      shortBook.of(SHORT_BOOK);
      early.add(cost(shortBook));
    }
    DoorLoad longBook = new DoorLoad(bidding, TrialLots.GROWING);
    longBook.of(LONG_BOOK);
    List<Cost> late = new ArrayList<>();
    while (late.size() < early.size()) {
      late.add(cost(longBook));
    }
    compare("time", early, late, Cost::nanos);
    compare("cost", early, late, Cost::cpuNanos);
  }

  private record Cost(long nanos, long cpuNanos) {}

  /** What a bid costs now, of the next in a book. */
  private Cost cost(DoorLoad book) throws InterruptedException {
    long before = cpuMillis();
    ClosedLoop.Outcome outcome = book.of(WINDOW).all();
    long cpuNanos = (cpuMillis() - before) * NANOS_PER_MILLI;
    return new Cost(outcome.nanos() / outcome.answered(), cpuNanos / outcome.answered());
  }

  private long cpuMillis() {
    return ProcessUsage.of(ProcessHandle.current().pid()).cpuMillis()
        + ProcessUsage.of(databasePid).cpuMillis();
  }

  private void compare(String name, List<Cost> early, List<Cost> late, ToLongFunction<Cost> nanos) {
    BigDecimal at1000 = micros(early, nanos);
    BigDecimal atMillion = micros(late, nanos);
    figures.add(new Figure(name + "_at_1000", at1000, "us/bid"));
    figures.add(new Figure(name + "_at_1000000", atMillion, "us/bid"));
    figures.add(
        new Figure(name + "_growth", atMillion.divide(at1000, 2, RoundingMode.HALF_UP), "ratio"));
  }

  // The middle one, so that a pause of the machine does not count.
  private static BigDecimal micros(List<Cost> costs, ToLongFunction<Cost> nanos) {
    long middle =
        costs.stream().mapToLong(nanos).sorted().skip(costs.size() / 2).findFirst().orElseThrow();
    return BigDecimal.valueOf(middle)
        .divide(BigDecimal.valueOf(NANOS_PER_MICRO), 2, RoundingMode.HALF_UP);
  }
}
