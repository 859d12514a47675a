package eco.exchange.settlement.fund;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.generalledger.PgLedgerRows;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The way of what is given back to a watershed into its fund, in PostgreSQL. */
@ApplicationScoped
class PgFundIncomeStore {

  /** What a distribution has given to a watershed: a payee of this ground, and how much. */
  private record Part(String distribution, String payee, Money amount) {}

  // What was paid out before there were funds is not given twice.
  private static final String DUE =
      """
      SELECT part.distribution, part.payee, part.amount_fen
        FROM settlement.distribution_part part JOIN settlement.distribution USING (distribution)
       WHERE contract = $1 AND principle = 'WATERSHED' AND amount_fen > 0
         AND NOT EXISTS (SELECT FROM settlement.transfer
                          WHERE business_key IN ('reinvest/' || part.distribution || '/' || part.payee,
                                                 'payout/' || part.distribution || '/' || part.payee))
       ORDER BY distribution.number, part.place
      """;

  private static final String OPEN =
      """
      INSERT INTO settlement.fund (fund, region, number, watershed, opened_at)
      SELECT 'F' || $1 || '-' || lpad(next::text, 3, '0'), $1, next, $2, $3
        FROM (SELECT coalesce(max(number), 0) + 1 AS next FROM settlement.fund WHERE region = $1) counted
       WHERE NOT EXISTS (SELECT FROM settlement.fund WHERE (region, watershed) = ($1, $2))
      """;

  private final Pool pool;

  PgFundIncomeStore(Pool pool) {
    this.pool = pool;
  }

  Uni<FundId> gather(ContractId contract, String region, String watershed, Instant now) {
    return pool.withTransaction(
        transaction ->
            open(transaction, contract, region, watershed, now)
                .call(fund -> PgFundStore.lock(transaction, fund))
                .call(fund -> gather(transaction, contract, fund, now)));
  }

  // The trade first and the fund after, as everybody who locks both.
  private static Uni<FundId> open(
      SqlClient transaction, ContractId contract, String region, String watershed, Instant now) {
    return transaction
        .preparedQuery("SELECT FROM settlement.trade WHERE trade = $1 FOR UPDATE")
        .execute(Tuple.of(contract.trade().code()))
        .chain(() -> transaction.preparedQuery(OPEN).execute(Tuple.of(region, watershed, utc(now))))
        .chain(
            () ->
                list(
                    transaction,
                    "SELECT fund FROM settlement.fund WHERE (region, watershed) = ($1, $2)",
                    Tuple.of(region, watershed),
                    row -> FundId.parse(row.getString("fund"))))
        .map(List::getFirst);
  }

  private static Uni<Void> gather(
      SqlClient transaction, ContractId contract, FundId fund, Instant now) {
    Uni<List<Part>> due =
        list(
            transaction,
            DUE,
            Tuple.of(contract.number()),
            row ->
                new Part(
                    row.getString("distribution"),
                    row.getString("payee"),
                    new Money(row.getLong("amount_fen"))));
    return due.chain(
        parts ->
            parts.isEmpty()
                ? Uni.createFrom().voidItem()
                : PgFundStore.books(transaction, fund)
                    .chain(books -> enter(transaction, contract, books.orElseThrow(), parts, now)));
  }

  private static Uni<Void> enter(
      SqlClient transaction, ContractId contract, FundBooks books, List<Part> parts, Instant now) {
    FundId fund = books.fund().fund();
    List<FundEntry> entries = new ArrayList<>();
    List<Transfer> transfers = new ArrayList<>();
    String last = books.lastHash();
    for (Part part : parts) {
      String given = part.distribution() + "/" + part.payee();
      String key = "reinvest/" + given;
      FundEntry entry =
          FundEntry.after(
              books.entries() + entries.size() + 1, last, true, part.amount(), key, given, now);
      last = entry.hash();
      entries.add(entry);
      transfers.add(
          Transfer.moving(
              key,
              new AccountName(contract.trade().code(), AccountPurpose.PAYEE, part.payee()),
              AccountName.of(SpendingRules.story(fund), AccountPurpose.FUND),
              part.amount(),
              TransferCode.REINVESTMENT,
              now));
    }
    return PgFundEntryRows.write(transaction, fund, entries)
        .chain(() -> PgLedgerRows.write(transaction, transfers, now));
  }
}
