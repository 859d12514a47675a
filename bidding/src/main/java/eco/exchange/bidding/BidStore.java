package eco.exchange.bidding;

import eco.exchange.bidding.RecordedAct.Name;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads the books of bids, which are written with the rounds of {@link AuctionStore}. */
interface BidStore {

  /** The acts that stand in the book under these names. */
  Uni<List<RecordedAct>> recorded(TradeId trade, List<Name> names);

  /** What was accepted or noted after a version of the lot, in order: everything that counted. */
  Uni<List<RecordedAct>> record(TradeId trade, long after, int limit);

  /** The public bids after a number, in order. */
  Uni<List<BidView>> log(TradeId trade, long after, int limit);
}
