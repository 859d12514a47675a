package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.FreezeView;
import eco.exchange.settlement.receipt.SubAccountNumber;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.Occasion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sub-accounts in PostgreSQL. */
final class PgSubAccountRows {

  private static final String SUB_ACCOUNTS =
      """
      SELECT account.number, account.trade, account.purpose, account.party, account.contract,
             account.occasion, account.expected_fen, account.due_at, account.opened_at, account.state,
             account.return_days,
             receipt.reference, receipt.sub_account, receipt.amount_fen, receipt.payer,
             receipt.arrived_at, receipt.payer_holder, receipt.payer_account, receipt.payer_bank,
             receipt.remittance
        FROM settlement.sub_account account
        LEFT JOIN settlement.receipt ON receipt.reference = account.filled_by
      """;

  private PgSubAccountRows() {}

  /** As many new numbers as are asked for. */
  static Uni<List<String>> nextNumbers(SqlClient client, int count) {
    return list(
        client,
        """
        SELECT nextval('settlement.sub_account_number') AS body FROM generate_series(1, $1)
        """,
        Tuple.of(count),
        row -> SubAccountNumber.of(row.getLong("body")));
  }

  /** The sub-accounts of trades, those of each oldest first. */
  static Uni<List<SubAccountView>> subAccounts(SqlClient client, String[] trades) {
    return list(
        client,
        SUB_ACCOUNTS + " WHERE account.trade = ANY ($1) ORDER BY account.number",
        Tuple.of(trades),
        PgSubAccountRows::subAccount);
  }

  static Uni<List<SubAccountView>> subAccounts(SqlClient client, PartyId party) {
    return list(
        client,
        SUB_ACCOUNTS + " WHERE account.party = $1 ORDER BY account.number",
        Tuple.of(party.id()),
        PgSubAccountRows::subAccount);
  }

  static Uni<Set<TradeId>> tradesOf(SqlClient client, List<String> subAccounts) {
    return list(
            client,
            "SELECT DISTINCT trade FROM settlement.sub_account WHERE number = ANY ($1)",
            Tuple.of(subAccounts.toArray(String[]::new)),
            row -> new TradeId(row.getString("trade")))
        .map(Set::copyOf);
  }

  static Uni<Void> writeSubAccounts(SqlClient transaction, List<SubAccountView> accounts) {
    // One statement may not change a row twice: only how each stands in the end is written.
    Map<String, SubAccountView> last = new LinkedHashMap<>();
    accounts.forEach(account -> last.put(account.number(), account));
    return PgRows.of(List.copyOf(last.values()))
        .texts(SubAccountView::number)
        .texts(account -> account.trade().code())
        .texts(account -> account.purpose().name())
        .each(UUID[]::new, account -> account.party().id())
        .texts(account -> account.contract().map(ContractId::number).orElse(null))
        .texts(account -> account.occasion().map(Occasion::text).orElse(null))
        .fen(SubAccountView::expected)
        .times(account -> account.dueAt().orElse(null))
        .times(SubAccountView::openedAt)
        .texts(account -> account.state().name())
        .texts(account -> account.filledBy().map(BankReceipt::reference).orElse(null))
        .each(Integer[]::new, account -> account.returnDays().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.sub_account (number, trade, purpose, party, contract, occasion,
                                                expected_fen, due_at, opened_at, state, filled_by,
                                                return_days)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                                 $7::bigint[], $8::timestamptz[], $9::timestamptz[], $10::text[],
                                 $11::text[], $12::int[])
            ON CONFLICT (number) DO UPDATE SET state = excluded.state, filled_by = excluded.filled_by
            """);
  }

  static Uni<Void> writeFreezes(SqlClient transaction, List<FreezeView> orders) {
    return PgRows.of(orders)
        .texts(order -> order.trade().code())
        .each(UUID[]::new, order -> order.bidder().map(PartyId::id).orElse(null))
        .texts(order -> order.kind().name())
        .texts(FreezeView::document)
        .each(UUID[]::new, order -> order.by().id())
        .times(FreezeView::at)
        .write(
            transaction,
            """
            INSERT INTO settlement.deposit_freeze (trade, bidder, kind, document, ordered_by, ordered_at)
            SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::uuid[],
                                 $6::timestamptz[])
            """);
  }

  private static SubAccountView subAccount(Row row) {
    return new SubAccountView(
        row.getString("number"),
        new TradeId(row.getString("trade")),
        SubAccountPurpose.valueOf(row.getString("purpose")),
        new PartyId(row.getUUID("party")),
        Optional.ofNullable(row.getString("contract")).map(ContractId::parse),
        Optional.ofNullable(row.getString("occasion")).map(Occasion::parse),
        new Money(row.getLong("expected_fen")),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()),
        row.getOffsetDateTime("opened_at").toInstant(),
        SubAccountView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reference")).map(filled -> PgReceiptRows.told(row)),
        Optional.ofNullable(row.getInteger("return_days")));
  }
}
