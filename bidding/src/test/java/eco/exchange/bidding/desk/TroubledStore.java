package eco.exchange.bidding.desk;

import eco.exchange.bidding.lot.ActBatch;
import eco.exchange.bidding.lot.CommitResult;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.bidding.lot.LotResult;
import eco.exchange.bidding.lot.LotStore;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A store whose commits meet with the troubles that a test foresees, one after the other. */
final class TroubledStore implements LotStore {

  /** What befalls a commit. */
  enum Trouble {
    /** The connection breaks before the statement is run. */
    LOST_ON_THE_WAY,
    /** The statement is run, but its result does not come back. */
    LOST_ON_THE_WAY_BACK,
    /** The commit waits until it is let go. */
    SLOW
  }

  final Deque<Trouble> troubles = new ArrayDeque<>();
  final List<ActBatch> tried = new ArrayList<>();
  private final LotStore store;
  private final Deque<UniEmitter<? super Boolean>> waiting = new ArrayDeque<>();

  TroubledStore(LotStore store) {
    this.store = store;
  }

  void letGo() {
    Objects.requireNonNull(waiting.poll()).complete(true);
  }

  @Override
  public Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result) {
    tried.add(batch);
    Trouble trouble = troubles.poll();
    if (trouble == null) {
      return store.commit(batch, result);
    }
    Uni<CommitResult> broken = Uni.createFrom().failure(new IOException("broken pipe"));
    return switch (trouble) {
      case LOST_ON_THE_WAY -> broken;
      case LOST_ON_THE_WAY_BACK -> store.commit(batch, result).chain(unheard -> broken);
      case SLOW ->
          Uni.createFrom()
              .<Boolean>emitter(waiting::add)
              .chain(gone -> store.commit(batch, result));
    };
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return store.schedule(lot);
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    return store.lot(trade);
  }

  @Override
  public Uni<List<TradeId>> moved(Map<TradeId, Long> known) {
    return store.moved(known);
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
