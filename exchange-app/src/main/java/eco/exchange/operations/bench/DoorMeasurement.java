package eco.exchange.operations.bench;

import eco.exchange.bidding.Bidding;
import eco.exchange.market.TradeId;
import eco.exchange.operations.trial.Sale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the door of bidding can do: the rate on one hot lot, and what a long book costs. */
final class DoorMeasurement {

  private static final int IN_FLIGHT = 512;
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final long SHORT_BOOK = 1_000;
  private static final long LONG_BOOK = 1_000_000;
  private static final long WINDOW = 15_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final Bidding bidding;
  private final Figures figures;
  private final Duration load;

  DoorMeasurement(Bidding bidding, Figures figures, Duration load) {
    this.bidding = bidding;
    this.figures = figures;
    this.load = load;
  }

  /** Bids on one lot without a pause. */
  void measureRate() throws InterruptedException {
    TradeId lot = Sale.HOT_AT_THE_DOOR;
    DoorLoad.Outcome warm = DoorLoad.during(bidding, lot, 0, IN_FLIGHT, WARM_UP.toNanos());
    Usage before = Usage.of(ProcessHandle.current().pid());
    DoorLoad.Outcome outcome =
        DoorLoad.during(bidding, lot, warm.placed() + IN_FLIGHT, IN_FLIGHT, load.toNanos());
    Usage after = Usage.of(ProcessHandle.current().pid());
    figures.add(
        "door_hot_rate", outcome.accepted() * 1_000 / (outcome.nanos() / 1_000_000), "bids/s");
    figures.add(Shares.figure("door_hot_accepted", outcome.accepted(), outcome.placed()));
    outcome.latencies().tell(figures, "door_hot");
    figures.add(Shares.cores("door_hot_cpu", after.cpuMillisSince(before), outcome.nanos()));
    figures.add("door_resident", after.residentKib() / 1024, "MiB");
  }

  static List<TradeId> lotsThatGrow() {
    List<TradeId> lots = new ArrayList<>(Sale.SHORT_BOOKS);
    lots.add(Sale.GROWING);
    return lots;
  }

  /**
   * Compares the cost of a bid when its lot has a thousand in the book, and when it has a million.
   */
  void measureGrowth() throws InterruptedException {
    DoorLoad.Outcome warm = bid(Sale.SHORT_BOOKS.getFirst(), 0, LONG_BOOK / 10);
    figures.add("growth_warm_up_bids", warm.placed(), "bids");
    List<Long> early = new ArrayList<>();
    for (TradeId lot : Sale.SHORT_BOOKS.subList(1, Sale.SHORT_BOOKS.size())) {
      bid(lot, 0, SHORT_BOOK);
      early.add(cost(bid(lot, 2 * SHORT_BOOK, WINDOW)));
    }
    bid(Sale.GROWING, 0, LONG_BOOK);
    List<Long> late = new ArrayList<>();
    for (long window = 1; window < Sale.SHORT_BOOKS.size(); window++) {
      late.add(cost(bid(Sale.GROWING, LONG_BOOK + window * (WINDOW + IN_FLIGHT), WINDOW)));
    }
    BigDecimal at1000 = micros(early);
    BigDecimal atMillion = micros(late);
    figures.add(new Figure("cost_at_1000", at1000, "us/bid"));
    figures.add(new Figure("cost_at_1000000", atMillion, "us/bid"));
    figures.add(
        new Figure("cost_growth", atMillion.divide(at1000, 2, RoundingMode.HALF_UP), "ratio"));
  }

  private DoorLoad.Outcome bid(TradeId lot, long first, long bids) throws InterruptedException {
    return DoorLoad.of(bidding, lot, first, IN_FLIGHT, bids);
  }

  private static long cost(DoorLoad.Outcome outcome) {
    return outcome.nanos() / outcome.placed();
  }

  // The middle one, so that a pause of the machine does not count.
  private static BigDecimal micros(List<Long> nanos) {
    long middle = nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
    return BigDecimal.valueOf(middle)
        .divide(BigDecimal.valueOf(NANOS_PER_MICRO), 2, RoundingMode.HALF_UP);
  }
}
