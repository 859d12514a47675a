package eco.exchange.bidding.live;

import eco.exchange.bidding.award.AwardStore;
import eco.exchange.bidding.live.WatchedLot.Known;
import eco.exchange.bidding.live.WatchedLot.Watcher;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The board of this node: each lot that somebody watches or reads, as it is known to stand.
 *
 * <p>What this node commits it shows before it is answered. What other nodes commit it finds by
 * asking, for all its lots in one question, which of them have moved. Watchers are told at the
 * beats of one ticker: what happened between two beats is told once, as it stands at the second.
 */
public final class LiveBoard {

  private final LotStore store;
  private final AwardStore awards;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<TradeId, WatchedLot> lots = new ConcurrentHashMap<>();

  /**
   * A board on which no lot is watched yet.
   *
   * @param clock tells the time of the market
   * @param nanos tells real time, by which the board ages
   */
  public LiveBoard(LotStore store, AwardStore awards, Clock clock, LongSupplier nanos) {
    this.store = store;
    this.awards = awards;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Shows a lot as this node has just committed or read it. */
  void show(Lot lot) {
    WatchedLot watched = lots.get(lot.trade());
    if (watched != null) {
      watched.show(lot, nanos.getAsLong());
    }
  }

  /** The auction, from the board if it is fresh there, and otherwise from the store. */
  public Uni<Optional<AuctionView>> auction(TradeId trade) {
    return Uni.createFrom()
        .deferred(
            () -> {
              WatchedLot watched = watched(trade);
              return watched
                  .fresh(nanos.getAsLong())
                  .map(known -> Uni.createFrom().item(Optional.of(known)))
                  .orElseGet(() -> look(trade, watched))
                  .map(found -> found.map(known -> known.view(clock.instant())));
            });
  }

  /**
   * Tells the state of a lot, and again when it has changed, until it is closed. Ends untold if
   * there is no such lot.
   */
  public Multi<AuctionView> watch(TradeId trade) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              WatchedLot watched = watched(trade);
              Watcher watcher = watched.addWatcher(emitter);
              emitter.onTermination(() -> watched.removeWatcher(watcher));
              if (watched.fresh(nanos.getAsLong()).isEmpty()) {
                look(trade, watched).subscribe().with(found -> {}, emitter::fail);
              }
            },
            BackPressureStrategy.LATEST);
  }

  /** One beat: tells the watchers what has changed, and takes down what nobody looks at. */
  void tick() {
    long now = nanos.getAsLong();
    lots.values().forEach(watched -> watched.tell(clock.instant(), now));
    for (TradeId trade : lots.keySet()) {
      lots.computeIfPresent(trade, (key, watched) -> watched.isIdle(now) ? null : watched);
    }
  }

  /** Asks which lots others have moved, and reads those. */
  Uni<Void> tail() {
    long askedAt = nanos.getAsLong();
    Map<TradeId, Long> known = new HashMap<>();
    lots.forEach(
        (trade, watched) -> watched.openVersion().ifPresent(version -> known.put(trade, version)));
    return known.isEmpty()
        ? Uni.createFrom().voidItem()
        : store.moved(known).chain(moved -> catchUp(known, moved, askedAt));
  }

  private Uni<Void> catchUp(Map<TradeId, Long> known, List<TradeId> moved, long askedAt) {
    known.keySet().stream()
        .filter(trade -> !moved.contains(trade))
        .flatMap(trade -> Stream.ofNullable(lots.get(trade)))
        .forEach(watched -> watched.confirm(askedAt));
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndMerge(trade -> look(trade, watched(trade)))
        .onItem()
        .ignoreAsUni();
  }

  /** Reads a lot for whoever wants it just now: they share one reading. */
  private Uni<Optional<Known>> look(TradeId trade, WatchedLot watched) {
    return watched.sharedReading(
        () -> {
          long askedAt = nanos.getAsLong();
          return Uni.combine()
              .all()
              .unis(store.lot(trade), awards.award(trade))
              .with((lot, award) -> lot.map(it -> new Known(it, award)))
              .map(found -> watched.read(found, askedAt));
        });
  }

  private WatchedLot watched(TradeId trade) {
    long now = nanos.getAsLong();
    return Objects.requireNonNull(
        lots.compute(
            trade, (key, watched) -> (watched == null ? new WatchedLot() : watched).wantedAt(now)));
  }
}
