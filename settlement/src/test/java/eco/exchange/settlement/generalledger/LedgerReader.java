package eco.exchange.settlement.generalledger;

import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The ledger to look at, wherever it is kept. */
public interface LedgerReader {

  /** The transfers of a trade, in the order of the ledger. */
  Uni<List<TransferView>> transfers(TradeId trade);

  /** What stands on every account and what it should be, counted anew. */
  Uni<BooksView> count();
}
