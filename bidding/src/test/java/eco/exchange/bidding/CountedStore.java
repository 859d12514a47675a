package eco.exchange.bidding;

import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts what it is asked. */
final class CountedStore implements AuctionStore {
  private final AuctionStore store;
  final AtomicInteger readings = new AtomicInteger();
  final AtomicInteger questions = new AtomicInteger();
  boolean broken;

  CountedStore(AuctionStore store) {
    this.store = store;
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    readings.incrementAndGet();
    return broken ? Uni.createFrom().failure(new IllegalStateException("")) : store.lot(trade);
  }

  @Override
  public Uni<List<TradeId>> moved(Map<TradeId, Long> known) {
    questions.incrementAndGet();
    return store.moved(known);
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return store.schedule(lot);
  }

  @Override
  public Uni<Commitment> commit(Round round, Optional<Result> result) {
    return store.commit(round, result);
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
