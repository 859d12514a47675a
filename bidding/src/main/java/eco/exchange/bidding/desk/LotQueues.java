package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.award.AwardDeadlines;
import eco.exchange.bidding.lot.BidStore;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** The queues of this node: one for each lot on which something happens. */
final class LotQueues {

  /** How many bids may wait in a queue. */
  static final int WAITING_MAX = 4_096;

  private static final int RINGS_MAX = 256;
  private static final Pattern KEY = Pattern.compile("[!-~]{1,%d}".formatted(PlaceBid.KEY_MAX));

  private final LotStore lots;
  private final BidStore book;
  private final AwardDeadlines deadlines;
  private final Clock clock;
  private final LongSupplier nanos;
  private final int waitingMax;
  private final Map<TradeId, LotQueue> queues = new ConcurrentHashMap<>();

  /**
   * No queue yet; each comes with the first act on its lot.
   *
   * @param clock tells the time of the market
   * @param nanos tells real time
   * @param waitingMax how many bids may wait in a queue
   */
  LotQueues(
      LotStore lots,
      BidStore book,
      AwardDeadlines deadlines,
      Clock clock,
      LongSupplier nanos,
      int waitingMax) {
    this.lots = lots;
    this.book = book;
    this.deadlines = deadlines;
    this.clock = clock;
    this.nanos = nanos;
    this.waitingMax = waitingMax;
  }

  Uni<BidAnswer> place(PlaceBid bid) {
    return take(bid.trade(), Optional.of(bid.bidder()), bid.act(), bid.key(), bid.isConfirmed());
  }

  Uni<BidAnswer> conduct(CentreAct act) {
    return take(act.trade(), Optional.empty(), act.act(), act.key(), true);
  }

  private Uni<BidAnswer> take(
      TradeId trade, Optional<PartyId> bidder, Act act, String key, boolean isConfirmed) {
    if (!KEY.matcher(key).matches()) {
      String rule = "a key has 1 to %d visible ASCII characters".formatted(PlaceBid.KEY_MAX);
      return Uni.createFrom().item(new BidAnswer.Refused(BidRefusal.BAD_KEY, rule));
    }
    if (act instanceof Act.Sealing sealing && !sealing.isFit()) {
      String rule = "an envelope has up to %d ASCII characters".formatted(Act.Sealing.ENVELOPE_MAX);
      return Uni.createFrom().item(new BidAnswer.Refused(BidRefusal.ENVELOPE_INVALID, rule));
    }
    return Uni.createFrom().deferred(() -> queue(trade).take(bidder, act, key, isConfirmed));
  }

  /** Takes note that somebody was admitted on this node, who may bid at once. */
  void expectNewcomer(TradeId trade) {
    LotQueue queue = queues.get(trade);
    if (queue != null) {
      queue.expectNewcomer();
    }
  }

  /** Rings for the lots whose time has come; done when what follows from it is stored. */
  Uni<Void> ring() {
    return lots.due(clock.instant(), RINGS_MAX)
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUni(trade -> queue(trade).ring())
        .collectFailures()
        .merge(RINGS_MAX)
        .onItem()
        .ignoreAsUni();
  }

  private LotQueue queue(TradeId trade) {
    return queues.computeIfAbsent(trade, this::setUp);
  }

  // A queue may go while somebody still waits in it: two queues are slower than one, not wrong.
  private LotQueue setUp(TradeId lot) {
    LotCommitter committer =
        new LotCommitter(lot, lots, book, deadlines, clock, nanos, () -> queues.remove(lot));
    return new LotQueue(committer, clock, waitingMax);
  }
}
