package eco.exchange.bidding.lot;

import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lots, and the batches of acts written to them. */
public interface LotStore {

  /** Enters a new lot; false if the trade has one already. */
  Uni<Boolean> schedule(Lot lot);

  /** The lot as it is now. */
  Uni<Optional<Lot>> lot(TradeId trade);

  /** Those of these lots that are not at the version known, for whatever reason they moved. */
  Uni<List<TradeId>> moved(Map<TradeId, Long> known);

  /**
   * Writes a batch with its result, all or nothing.
   *
   * <p>A failure leaves it unknown whether the batch was written; the names of its bids tell.
   */
  Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result);

  /** The lots whose bell is to ring, the longest overdue first. */
  Uni<List<TradeId>> due(Instant now, int limit);
}
