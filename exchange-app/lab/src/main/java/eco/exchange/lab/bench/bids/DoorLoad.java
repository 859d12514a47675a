package eco.exchange.lab.bench.bids;

import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.desk.PlaceBid;
import eco.exchange.lab.bench.measure.ClosedLoop;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Bids on one lot through the door, each higher than all before it. */
final class DoorLoad {

  /** How many bids are under way at a time. */
  static final int IN_FLIGHT = 512;

  private static final List<PartyId> BIDDERS = TrialLots.bidders();

  private final Bidding bidding;
  private final TradeId lot;
  private final LongAdder accepted = new LongAdder();
  private long first;

  DoorLoad(Bidding bidding, TradeId lot) {
    this.bidding = bidding;
    this.lot = lot;
  }

  /** What came of a load, and how many of its bids were accepted. */
  record Outcome(ClosedLoop.Outcome all, long accepted) {}

  /** Bids for some time. */
  Outcome during(long nanos) throws InterruptedException {
    return counted(ClosedLoop.during(number -> bid(first + number), IN_FLIGHT, nanos));
  }

  /** Bids some number of times. */
  Outcome of(long bids) throws InterruptedException {
    return counted(ClosedLoop.of(number -> bid(first + number), IN_FLIGHT, bids));
  }

  private Outcome counted(ClosedLoop.Outcome all) {
    first += all.answered();
    return new Outcome(all, accepted.sumThenReset());
  }

  private Uni<?> bid(long number) {
    PartyId bidder = BIDDERS.get((int) (number % BIDDERS.size()));
    return bidding
        .placeBid(new PlaceBid(lot, bidder, TrialLots.price(number), "door-" + number))
        .invoke(
            answer -> {
              if (answer instanceof BidAnswer.Accepted) {
                accepted.increment();
              }
            });
  }
}
