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
import java.util.ArrayList;
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
             account.return_days, account.recourse_of, account.filled_by,
             receipt.reference, receipt.sub_account, receipt.amount_fen, receipt.payer,
             receipt.arrived_at, receipt.not_before, receipt.payer_holder, receipt.payer_account,
             receipt.payer_bank, receipt.remittance
        FROM settlement.sub_account account
        LEFT JOIN LATERAL (SELECT account.filled_by AS reference
                           UNION
                           SELECT reference FROM settlement.sub_account_part part
                            WHERE part.sub_account = account.number
                              AND NOT EXISTS (SELECT FROM settlement.part_taken_back gone
                                               WHERE (gone.sub_account, gone.reference)
                                                     = (part.sub_account, part.reference))) came ON true
        LEFT JOIN settlement.known_receipt receipt ON receipt.reference = came.reference
      """;

  private static final String IN_ORDER = " ORDER BY account.number, receipt.number";

  private PgSubAccountRows() {}

  /** New numbers for so many decisions. */
  static Uni<List<List<String>>> nextNumbers(SqlClient client, int decisions) {
    return list(
            client,
            """
            SELECT nextval('settlement.sub_account_number') AS body FROM generate_series(1, $1)
            """,
            Tuple.of(decisions * Books.NUMBERS_A_DECISION),
            row -> SubAccountNumber.of(row.getLong("body")))
        .map(PgSubAccountRows::ofEach);
  }

  private static List<List<String>> ofEach(List<String> numbers) {
    List<List<String>> ofEach = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += Books.NUMBERS_A_DECISION) {
      ofEach.add(numbers.subList(i, i + Books.NUMBERS_A_DECISION));
    }
    return ofEach;
  }

  /** The sub-accounts of trades, those of each oldest first. */
  static Uni<List<SubAccountView>> subAccounts(SqlClient client, String[] trades) {
    return list(
            client,
            SUB_ACCOUNTS + " WHERE account.trade = ANY ($1)" + IN_ORDER,
            Tuple.of(trades),
            PgSubAccountRows::subAccount)
        .map(PgSubAccountRows::whole);
  }

  static Uni<List<SubAccountView>> subAccounts(SqlClient client, PartyId party) {
    return list(
            client,
            SUB_ACCOUNTS + " WHERE account.party = $1" + IN_ORDER,
            Tuple.of(party.id()),
            PgSubAccountRows::subAccount)
        .map(PgSubAccountRows::whole);
  }

  static Uni<Set<TradeId>> tradesOf(SqlClient client, List<String> subAccounts) {
    return list(
            client,
            "SELECT DISTINCT trade FROM settlement.sub_account WHERE number = ANY ($1)",
            Tuple.of(subAccounts.toArray(String[]::new)),
            row -> new TradeId(row.getString("trade")))
        .map(Set::copyOf);
  }

  /** The trade of the sub-account on which a receipt has come in. */
  static Uni<Optional<TradeId>> tradeFilledBy(SqlClient client, String receipt) {
    return list(
            client,
            """
            SELECT trade FROM settlement.sub_account WHERE filled_by = $1
            UNION
            SELECT trade FROM settlement.sub_account account
              JOIN settlement.sub_account_part part ON part.sub_account = account.number
             WHERE part.reference = $1
            """,
            Tuple.of(receipt),
            row -> new TradeId(row.getString("trade")))
        .map(found -> found.stream().findFirst());
  }

  static Uni<Void> writeSubAccounts(SqlClient transaction, List<SubAccountView> accounts) {
    List<SubAccountView> last = last(accounts);
    return PgRows.of(last)
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
        .texts(account -> account.recourseOf().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.sub_account (number, trade, purpose, party, contract, occasion,
                                                expected_fen, due_at, opened_at, state, filled_by,
                                                return_days, recourse_of)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[],
                                 $7::bigint[], $8::timestamptz[], $9::timestamptz[], $10::text[],
                                 $11::text[], $12::int[], $13::text[])
            ON CONFLICT (number) DO UPDATE SET state = excluded.state, filled_by = excluded.filled_by
            """)
        .chain(() -> writeParts(transaction, last));
  }

  // One statement may not change a row twice: only how each stands in the end is written.
  private static List<SubAccountView> last(List<SubAccountView> accounts) {
    Map<String, SubAccountView> last = new LinkedHashMap<>();
    accounts.forEach(account -> last.put(account.number(), account));
    return List.copyOf(last.values());
  }

  private static Uni<Void> writeParts(SqlClient transaction, List<SubAccountView> accounts) {
    List<Map.Entry<String, String>> parts =
        accounts.stream()
            .flatMap(
                account ->
                    account.parts().stream()
                        .map(part -> Map.entry(part.reference(), account.number())))
            .toList();
    return PgRows.of(parts)
        .texts(Map.Entry::getKey)
        .texts(Map.Entry::getValue)
        .write(
            transaction,
            """
            INSERT INTO settlement.sub_account_part (reference, sub_account)
            SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING
            """);
  }

  /** Takes parts off what was not whole yet when the bank took them back. */
  static Uni<Void> writePartsTakenBack(
      SqlClient transaction, List<BooksChange.ReceiptReversed> reversals) {
    return PgRows.of(reversals)
        .texts(reversed -> reversed.receipt().receipt().reference())
        .write(
            transaction,
            """
            INSERT INTO settlement.part_taken_back (sub_account, reference)
            SELECT part.sub_account, part.reference
              FROM settlement.sub_account_part part
              JOIN settlement.sub_account ON number = part.sub_account
             WHERE part.reference = ANY ($1::text[]) AND state = 'AWAITED'
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

  static Uni<Void> writeLost(SqlClient transaction, List<BooksChange.DepositLost> lost) {
    return PgRows.of(lost)
        .texts(BooksChange.DepositLost::subAccount)
        .each(UUID[]::new, one -> one.transferor().id())
        .write(
            transaction,
            """
            INSERT INTO settlement.lost_deposit (sub_account, transferor)
            SELECT * FROM unnest($1::text[], $2::uuid[])
            """);
  }

  // A row tells one receipt of a sub-account, which may have several.
  private static SubAccountView subAccount(Row row) {
    Optional<BankReceipt> told =
        Optional.ofNullable(row.getString("reference")).map(came -> PgReceiptRows.told(row));
    boolean isFiller =
        told.filter(it -> it.reference().equals(row.getString("filled_by"))).isPresent();
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
        told.filter(it -> isFiller),
        Optional.ofNullable(row.getInteger("return_days")),
        Optional.ofNullable(row.getString("recourse_of")),
        told.filter(it -> !isFiller).stream().toList());
  }

  private static List<SubAccountView> whole(List<SubAccountView> rows) {
    Map<String, SubAccountView> whole = new LinkedHashMap<>();
    rows.forEach(row -> whole.merge(row.number(), row, SubAccountView::and));
    return List.copyOf(whole.values());
  }
}
