package eco.exchange.settlement;

import static eco.exchange.settlement.PgLedgerStore.list;
import static eco.exchange.settlement.PgLedgerStore.utc;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sub-accounts in PostgreSQL. */
final class PgSubAccountStore {

  private static final String SUB_ACCOUNTS =
      """
      SELECT account.number, account.trade, account.purpose, account.party, account.contract,
             account.year, account.expected_fen, account.due_at, account.opened_at, account.state,
             receipt.reference, receipt.sub_account, receipt.amount_fen, receipt.payer,
             receipt.arrived_at
        FROM settlement.sub_account account
        LEFT JOIN settlement.receipt ON receipt.reference = account.filled_by
      """;

  private PgSubAccountStore() {}

  static Uni<String> nextNumber(SqlClient client) {
    return list(
            client,
            "SELECT nextval('settlement.sub_account_number') AS body",
            Tuple.tuple(),
            row -> SubAccountNumber.of(row.getLong("body")))
        .map(List::getFirst);
  }

  static Uni<List<SubAccountView>> subAccounts(SqlClient client, TradeId trade) {
    return list(
        client,
        SUB_ACCOUNTS + " WHERE account.trade = $1 ORDER BY account.number",
        Tuple.of(trade.code()),
        PgSubAccountStore::subAccount);
  }

  static Uni<List<SubAccountView>> subAccounts(SqlClient client, PartyId party) {
    return list(
        client,
        SUB_ACCOUNTS + " WHERE account.party = $1 ORDER BY account.number",
        Tuple.of(party.id()),
        PgSubAccountStore::subAccount);
  }

  static Uni<Optional<TradeId>> tradeOf(SqlClient client, String subAccount) {
    return list(
            client,
            "SELECT trade FROM settlement.sub_account WHERE number = $1",
            Tuple.of(subAccount),
            row -> new TradeId(row.getString("trade")))
        .map(found -> found.stream().findFirst());
  }

  static Uni<Void> writeSubAccounts(SqlClient transaction, List<SubAccountView> accounts) {
    return PgSettlementStore.batch(
        transaction,
        """
        INSERT INTO settlement.sub_account (number, trade, purpose, party, contract, year,
                                            expected_fen, due_at, opened_at, state, filled_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (number) DO UPDATE SET state = excluded.state, filled_by = excluded.filled_by
        """,
        accounts,
        account ->
            Tuple.from(
                Arrays.asList(
                    account.number(),
                    account.trade().code(),
                    account.purpose().name(),
                    account.party().id(),
                    account.contract().map(ContractId::number).orElse(null),
                    account.year().orElse(null),
                    account.expected().fen(),
                    account.dueAt().map(PgLedgerStore::utc).orElse(null),
                    utc(account.openedAt()),
                    account.state().name(),
                    account.filledBy().map(BankReceipt::reference).orElse(null))));
  }

  private static SubAccountView subAccount(Row row) {
    return new SubAccountView(
        row.getString("number"),
        new TradeId(row.getString("trade")),
        SubAccountPurpose.valueOf(row.getString("purpose")),
        new PartyId(row.getUUID("party")),
        Optional.ofNullable(row.getString("contract")).map(ContractId::parse),
        Optional.ofNullable(row.getInteger("year")),
        new Money(row.getLong("expected_fen")),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()),
        row.getOffsetDateTime("opened_at").toInstant(),
        SubAccountView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reference")).map(filled -> PgReceiptStore.told(row)));
  }
}
