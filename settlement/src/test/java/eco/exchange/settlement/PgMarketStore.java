package eco.exchange.settlement;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.testing.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A real database for the tests, on which the doors work with the role of the application, and with
 * a way to look into it and to attack it.
 */
final class PgMarketStore {

  private final Pool owner;
  private final Pool application;

  PgMarketStore(TestDatabase database) {
    this.owner = database.pool();
    this.application = database.applicationPool();
  }

  /** A market whose books are kept here. */
  Market market() {
    return market(Outbox::new);
  }

  /** A market that tells its events through another outbox. */
  Market market(Function<Clock, Outbox> outbox) {
    return new Market(clock -> new PgSettlementStore(application, outbox.apply(clock), clock));
  }

  /** The door to the bank, for a market on the same books. */
  Banking banking(Market market, HouseAccount house) {
    SettlementStore books =
        new PgSettlementStore(application, new Outbox(market.clock), market.clock);
    return new Banking(
        books,
        market.door,
        new PgBankStore(application),
        new PgPaymentStore(application, new NobodysAccounts()),
        new PgPayeeStore(application),
        house,
        market.clock);
  }

  /** The door to handing over, for a market on the same books. */
  Handovers handovers(Market market) {
    SettlementStore books =
        new PgSettlementStore(application, new Outbox(market.clock), market.clock);
    return new Handovers(books, new PgHandoverStore(application), market.clock);
  }

  /** The general ledger of the same books. */
  GeneralLedger ledger(Clock clock) {
    return new GeneralLedger(new PgPostingStore(application, clock), clock);
  }

  /** The review of a market's revenues. */
  RevenueReview review(Market market) {
    return new RevenueReview(
        market.door,
        new PgSettlementStore(application, new Outbox(market.clock), market.clock),
        new PgSignalStore(application),
        market.clock);
  }

  /** What is done with whole years of a market. */
  YearEnd yearEnd(Market market) {
    return new YearEnd(
        market.door,
        review(market),
        new PgYearStore(application),
        new PgYearRunStore(application),
        market.clock);
  }

  /** The first column of what a query finds. */
  List<String> texts(String sql) {
    return StreamSupport.stream(Market.await(owner.query(sql).execute()).spliterator(), false)
        .map(row -> String.valueOf(row.getValue(0)))
        .toList();
  }

  /**
   * Runs statements as one transaction of the owner and tells the database's refusal, or 'done'.
   */
  String attackAsOwner(String sql) {
    return attack(owner, sql);
  }

  /** The same with the role of the application. */
  String attack(String sql) {
    return attack(application, sql);
  }

  private static String attack(Pool pool, String sql) {
    try {
      return Market.await(pool.query(sql).execute().replaceWith("done"));
    } catch (PgException refused) {
      return refused.getErrorMessage();
    }
  }
}
