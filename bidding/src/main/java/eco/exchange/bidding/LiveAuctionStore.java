package eco.exchange.bidding;

import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store that shows the board of this node what passes through it.
 *
 * <p>A round is on the board before its bids are answered: whoever was told of a bid by this node
 * sees it here from then on.
 */
record LiveAuctionStore(AuctionStore store, LiveBoard board) implements AuctionStore {

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
  public Uni<Commitment> commit(Round round, Optional<Result> result) {
    return store
        .commit(round, result)
        .invoke(
            outcome -> {
              if (outcome instanceof Commitment.Made) {
                board.show(round.after());
              }
            });
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return store.due(now, limit);
  }
}
