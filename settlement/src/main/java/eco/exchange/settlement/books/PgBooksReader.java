package eco.exchange.settlement.books;

import static java.util.stream.Collectors.groupingBy;

import eco.exchange.market.TradeId;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.generalledger.PgLedgerRows;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.LedgerAccount;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.rows.PgQueries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The books of many decisions at once, read from PostgreSQL in a few statements. */
final class PgBooksReader {

  /** Everything that was read, by what it belongs to. */
  private record Found(
      Map<String, List<LedgerAccount>> accounts,
      Map<String, List<Transfer>> holds,
      Map<String, List<Transfer>> made,
      Map<String, List<ReceiptView>> receipts,
      Map<TradeId, List<SubAccountView>> subAccounts,
      Map<TradeId, List<EscrowView>> escrows,
      Map<TradeId, List<RevenueView>> revenues,
      Map<TradeId, List<DistributionView>> distributions) {}

  private PgBooksReader() {}

  /**
   * Opens the books for some decisions, in their order.
   *
   * @param numbers the numbers that new sub-accounts will have, some for each
   */
  static Uni<List<Books>> open(SqlClient client, List<Scope> scopes, List<List<String>> numbers) {
    String[] stories = scopes.stream().flatMap(it -> it.stories().stream()).toArray(String[]::new);
    String[] receipts = scopes.stream().flatMap(it -> it.receipt().stream()).toArray(String[]::new);
    String[] trades =
        scopes.stream()
            .flatMap(scope -> scope.trade().map(TradeId::code).stream())
            .toArray(String[]::new);
    String[] transfers =
        scopes.stream().flatMap(it -> it.transfers().stream()).toArray(String[]::new);
    return Uni.combine()
        .all()
        .unis(
            PgLedgerRows.accounts(client, stories),
            PgLedgerRows.holds(client, stories),
            made(client, transfers),
            PgReceiptRows.receipts(client, receipts),
            PgSubAccountRows.subAccounts(client, trades),
            PgEscrowRows.escrows(client, trades),
            PgEscrowRows.revenues(client, trades),
            PgDistributionRows.distributions(client, trades))
        .with(PgBooksReader::sorted)
        .map(found -> books(scopes, numbers, found));
  }

  private static Uni<List<Transfer>> made(SqlClient client, String[] keys) {
    return keys.length == 0
        ? Uni.createFrom().item(List.of())
        : PgQueries.list(
            client,
            PgLedgerRows.TRANSFERS + " WHERE transfer.business_key = ANY ($1)",
            Tuple.of(keys),
            PgLedgerRows::transfer);
  }

  private static Found sorted(
      List<LedgerAccount> accounts,
      List<Transfer> holds,
      List<Transfer> made,
      List<ReceiptView> receipts,
      List<SubAccountView> subAccounts,
      List<EscrowView> escrows,
      List<RevenueView> revenues,
      List<DistributionView> distributions) {
    return new Found(
        by(accounts, account -> account.name().story()),
        by(holds, transfer -> transfer.debit().story()),
        by(made, Transfer::key),
        by(receipts, receipt -> receipt.receipt().reference()),
        by(subAccounts, SubAccountView::trade),
        by(escrows, escrow -> escrow.terms().contract().trade()),
        by(revenues, revenue -> revenue.contract().trade()),
        by(distributions, shared -> shared.contract().trade()));
  }

  private static List<Books> books(List<Scope> scopes, List<List<String>> numbers, Found found) {
    List<Books> books = new ArrayList<>();
    for (int i = 0; i < scopes.size(); i++) {
      books.add(books(scopes.get(i), numbers.get(i), found));
    }
    return books;
  }

  private static Books books(Scope scope, List<String> numbers, Found found) {
    List<String> stories = scope.stories();
    List<Transfer> known =
        Stream.concat(
                of(found.holds(), stories).stream(), of(found.made(), scope.transfers()).stream())
            .toList();
    Ledger ledger = Ledger.of(of(found.accounts(), stories), known);
    Optional<ReceiptView> receipt =
        of(found.receipts(), scope.receipt().stream().toList()).stream().findFirst();
    if (scope.trade().isEmpty()) {
      return Books.ofReceipt(ledger, receipt);
    }
    List<TradeId> trade = scope.trade().stream().toList();
    return new Books(
        scope.trade(),
        numbers,
        ledger,
        byNumber(of(found.subAccounts(), trade)),
        receipt,
        of(found.escrows(), trade).stream().findFirst(),
        of(found.revenues(), trade),
        of(found.distributions(), trade),
        List.of());
  }

  private static <K, V> Map<K, List<V>> by(List<V> values, Function<V, K> key) {
    return values.stream().collect(groupingBy(key));
  }

  private static <K, V> List<V> of(Map<K, List<V>> values, List<K> keys) {
    return keys.stream().flatMap(key -> values.getOrDefault(key, List.of()).stream()).toList();
  }

  private static Map<String, SubAccountView> byNumber(List<SubAccountView> accounts) {
    Map<String, SubAccountView> byNumber = new LinkedHashMap<>();
    accounts.forEach(account -> byNumber.put(account.number(), account));
    return byNumber;
  }
}
