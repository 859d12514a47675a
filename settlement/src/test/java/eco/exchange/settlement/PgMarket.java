package eco.exchange.settlement;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.allotment.Allotments;
import eco.exchange.settlement.allotment.PgTestAllotments;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.PgTestArrears;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PgTestBanking;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.PgTestBooks;
import eco.exchange.settlement.collective.Collectives;
import eco.exchange.settlement.collective.PgTestCollectives;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.generalledger.PgTestLedger;
import eco.exchange.settlement.handover.Handovers;
import eco.exchange.settlement.handover.PgTestHandovers;
import eco.exchange.settlement.manualreceipt.ManualReceipts;
import eco.exchange.settlement.manualreceipt.PgTestManualReceipts;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.settlement.ownpayment.PgTestOwnPayments;
import eco.exchange.settlement.review.PgTestReview;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.roster.PgTestRosters;
import eco.exchange.settlement.roster.Rosters;
import eco.exchange.settlement.year.PgTestYearEnd;
import eco.exchange.settlement.year.YearEnd;
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
final class PgMarket {

  private final Pool owner;
  private final Pool application;

  PgMarket(TestDatabase database) {
    this.owner = database.pool();
    this.application = database.applicationPool();
  }

  /** A market whose books are kept here. */
  SettlementMarket market() {
    return market(Outbox::new);
  }

  /** A market that tells its events through another outbox. */
  SettlementMarket market(Function<Clock, Outbox> outbox) {
    return new SettlementMarket(
        clock -> PgTestBooks.of(application, outbox.apply(clock), clock),
        PgTestLedger.reader(application));
  }

  private BooksStore books(SettlementMarket market) {
    return PgTestBooks.of(application, new Outbox(market.clock), market.clock);
  }

  /** The door to the bank, for a market on the same books. */
  Banking banking(SettlementMarket market, HouseAccount house) {
    return PgTestBanking.of(books(market), market.receipts, application, house, market.clock);
  }

  /** The door to what parties are paid, beside that to the bank. */
  OwnPayments ownPayments(SettlementMarket market, Banking banking) {
    return PgTestOwnPayments.of(market.receipts, banking, application);
  }

  /** The door to receipts that are entered by hand, beside that to the bank. */
  ManualReceipts manualReceipts(SettlementMarket market, Banking banking) {
    return PgTestManualReceipts.of(banking, application, market.clock);
  }

  /** The door to handing over, for a market on the same books. */
  Handovers handovers(SettlementMarket market) {
    return PgTestHandovers.of(books(market), application, market.clock);
  }

  /** The door by which collectives are named for payees. */
  Collectives collectives(SettlementMarket market) {
    return PgTestCollectives.of(application, market.clock);
  }

  /** The door to rosters of members. */
  Rosters rosters(SettlementMarket market) {
    return PgTestRosters.of(application, market.clock);
  }

  /** The door to members' parts. */
  Allotments allotments(SettlementMarket market) {
    return PgTestAllotments.of(application, market.clock);
  }

  /** The general ledger of the same books. */
  GeneralLedger ledger(Clock clock) {
    return PgTestLedger.of(application, clock);
  }

  /** What a market's contracts have not paid. */
  Arrears arrears(SettlementMarket market) {
    return PgTestArrears.of(books(market), application, market.clock);
  }

  /** The review of a market's revenues. */
  RevenueReview review(SettlementMarket market) {
    return PgTestReview.of(market.revenues, books(market), application, market.clock);
  }

  /** What is done with whole years of a market. */
  YearEnd yearEnd(SettlementMarket market) {
    return PgTestYearEnd.of(market.revenues, review(market), application, market.clock);
  }

  /** The first column of what a query finds. */
  List<String> texts(String sql) {
    return StreamSupport.stream(
            SettlementMarket.await(owner.query(sql).execute()).spliterator(), false)
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
      return SettlementMarket.await(pool.query(sql).execute().replaceWith("done"));
    } catch (PgException refused) {
      return refused.getErrorMessage();
    }
  }
}
