package eco.exchange.settlement.generalledger;

import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.List;

/** The general ledger on the database of a test. */
public final class PgTestLedger {

  private PgTestLedger() {}

  public static GeneralLedger of(Pool pool, Clock clock) {
    return new GeneralLedger(new PgPostingStore(pool, clock), clock);
  }

  /** The same ledger to look at, for which no clock is needed. */
  public static LedgerReader reader(Pool pool) {
    GeneralLedger ledger = of(pool, Clock.systemUTC());
    return new LedgerReader() {
      @Override
      public Uni<List<TransferView>> transfers(TradeId trade) {
        return ledger.transfers(trade);
      }

      @Override
      public Uni<BooksView> count() {
        return ledger.count();
      }
    };
  }
}
