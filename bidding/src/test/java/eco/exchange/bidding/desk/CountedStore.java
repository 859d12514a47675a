package eco.exchange.bidding.desk;

import eco.exchange.bidding.lot.ActBatch;
import eco.exchange.bidding.lot.CommitResult;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotResult;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts what it is asked. */
public final class CountedStore implements LotStore {
  private final LotStore store;
  public final AtomicInteger readings = new AtomicInteger();
  public final AtomicInteger questions = new AtomicInteger();
  public boolean broken;

  public CountedStore(LotStore store) {
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
  public Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result) {
    return store.commit(batch, result);
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
