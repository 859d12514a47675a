package eco.exchange.bidding.live;

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

/**
 * A store of lots that updates the board of this node with what passes through it.
 *
 * <p>A batch is on the board before its bids are answered: whoever was told of a bid by this node
 * sees it here from then on.
 */
public record BoardUpdatingStore(LotStore store, LiveBoard board) implements LotStore {

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return store.schedule(lot);
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    return store.lot(trade).invoke(found -> found.ifPresent(board::show));
  }

  @Override
  public Uni<List<TradeId>> moved(Map<TradeId, Long> known) {
    return store.moved(known);
  }

  @Override
  public Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result) {
    return store
        .commit(batch, result)
        .invoke(
            outcome -> {
              if (outcome instanceof CommitResult.Made) {
                board.show(batch.after());
              }
            });
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
