package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The books of bids, to be read: they are written with the batches of {@link LotStore}. */
public interface BidStore {

  /** The acts that stand in the book under these names. */
  Uni<List<RecordedAct>> recorded(TradeId trade, List<Name> names);

  /**
   * A place in the book of a lot.
   *
   * @param version the version that the act there made; 0 before the first
   * @param seq how many bids stand in the public log up to there
   */
  record Mark(long version, long seq) {

    public static final Mark BEGINNING = new Mark(0, 0);

    /** The place after an act that comes next. */
    public Mark past(RecordedAct act) {
      return new Mark(
          act.version(), act.answer() instanceof Accepted accepted ? accepted.seq() : seq);
    }
  }

  /** What was accepted or noted after a place in the book, in order: everything that counted. */
  Uni<List<RecordedAct>> record(TradeId trade, Mark after, int limit);

  /** The public bids after a number, in order. */
  Uni<List<BidView>> log(TradeId trade, long after, int limit);
}
