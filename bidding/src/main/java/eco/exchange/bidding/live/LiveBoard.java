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
 * beats of one hand: what happened between two beats is told once, as it stands at the second.
 */
public final class LiveBoard {

  private final LotStore auctions;
  private final AwardStore awards;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<TradeId, WatchedLot> places = new ConcurrentHashMap<>();

  /**
   * Puts up an empty board.
   *
   * @param clock tells the time of the market
   * @param nanos tells real time, by which the board ages
   */
  public LiveBoard(LotStore auctions, AwardStore awards, Clock clock, LongSupplier nanos) {
    this.auctions = auctions;
    this.awards = awards;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Shows a lot as this node has just committed or read it. */
  void show(Lot lot) {
    WatchedLot place = places.get(lot.trade());
    if (place != null) {
      place.show(lot, nanos.getAsLong());
    }
  }

  /** The auction, from the board if it is fresh there, and otherwise from the store. */
  public Uni<Optional<AuctionView>> auction(TradeId trade) {
    return Uni.createFrom()
        .deferred(
            () -> {
              WatchedLot place = place(trade);
              return place
                  .fresh(nanos.getAsLong())
                  .map(known -> Uni.createFrom().item(Optional.of(known)))
                  .orElseGet(() -> look(trade, place))
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
            told -> {
              WatchedLot place = place(trade);
              Watcher watcher = place.addWatcher(told);
              told.onTermination(() -> place.removeWatcher(watcher));
              if (place.fresh(nanos.getAsLong()).isEmpty()) {
                look(trade, place).subscribe().with(found -> {}, told::fail);
              }
            },
            BackPressureStrategy.LATEST);
  }

  /** One beat: tells the watchers what has changed, and takes down what nobody looks at. */
  void tick() {
    long now = nanos.getAsLong();
    places.values().forEach(place -> place.tell(clock.instant(), now));
    for (TradeId trade : places.keySet()) {
      places.computeIfPresent(trade, (key, place) -> place.isIdle(now) ? null : place);
    }
  }

  /** Asks which lots others have moved, and reads those. */
  Uni<Void> tail() {
    long askedAt = nanos.getAsLong();
    Map<TradeId, Long> known = new HashMap<>();
    places.forEach(
        (trade, place) -> place.openVersion().ifPresent(version -> known.put(trade, version)));
    return known.isEmpty()
        ? Uni.createFrom().voidItem()
        : auctions.moved(known).chain(moved -> catchUp(known, moved, askedAt));
  }

  private Uni<Void> catchUp(Map<TradeId, Long> known, List<TradeId> moved, long askedAt) {
    known.keySet().stream()
        .filter(trade -> !moved.contains(trade))
        .flatMap(trade -> Stream.ofNullable(places.get(trade)))
        .forEach(place -> place.confirm(askedAt));
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndMerge(trade -> look(trade, place(trade)))
        .onItem()
        .ignoreAsUni();
  }

  /** Reads a lot for whoever wants it just now: they share one reading. */
  private Uni<Optional<Known>> look(TradeId trade, WatchedLot place) {
    return place.sharedReading(
        () -> {
          long askedAt = nanos.getAsLong();
          return Uni.combine()
              .all()
              .unis(auctions.lot(trade), awards.award(trade))
              .with((lot, award) -> lot.map(it -> new Known(it, award)))
              .map(found -> place.read(found, askedAt));
        });
  }

  private WatchedLot place(TradeId trade) {
    long now = nanos.getAsLong();
    return Objects.requireNonNull(
        places.compute(
            trade, (key, place) -> (place == null ? new WatchedLot() : place).wantedAt(now)));
  }
}
