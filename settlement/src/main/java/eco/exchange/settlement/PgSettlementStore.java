package eco.exchange.settlement;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.Answer;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The books in PostgreSQL. */
@ApplicationScoped
class PgSettlementStore implements SettlementStore {

  /** Somebody else wrote the same row first: a unique key, a serialization, a deadlock. */
  private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01");

  private static final int TRIES_MORE = 3;

  /** Who only looks at books opens no sub-account. */
  private static final String NO_NUMBER = "";

  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;

  PgSettlementStore(Pool pool, Outbox outbox, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public <T> Uni<Answer<T>> change(Scope scope, Function<Books, Outcome<T>> rule) {
    Uni<Answer<T>> attempt =
        pool.withTransaction(
            transaction ->
                lock(transaction, scope)
                    .chain(() -> PgSubAccountStore.nextNumber(transaction))
                    .chain(number -> open(transaction, scope, number))
                    .map(rule)
                    .chain(
                        outcome ->
                            write(transaction, outcome.books().changes())
                                .replaceWith(outcome.answer())));
    return attempt.onFailure(PgSettlementStore::isOvertaken).retry().atMost(TRIES_MORE);
  }

  @Override
  public Uni<Books> books(TradeId trade) {
    return pool.withConnection(connection -> open(connection, Scope.of(trade), NO_NUMBER));
  }

  @Override
  public Uni<Optional<TradeId>> tradeOf(String subAccount) {
    return PgSubAccountStore.tradeOf(pool, subAccount);
  }

  @Override
  public Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return PgSubAccountStore.subAccounts(pool, party);
  }

  @Override
  public Uni<List<TransferView>> ledger(TradeId trade) {
    return PgLedgerStore.transfers(pool, trade);
  }

  @Override
  public Uni<List<PaymentOrderView>> paymentOrders(TradeId trade) {
    return PgReceiptStore.paymentOrders(pool, trade);
  }

  @Override
  public Uni<Optional<ReceiptView>> receipt(String reference) {
    return PgReceiptStore.receipt(pool, reference);
  }

  @Override
  public Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    return PgReceiptStore.unmatched(pool, after, limit);
  }

  @Override
  public Uni<BooksView> count() {
    return PgLedgerStore.count(pool);
  }

  /** Writes one row for each value; nothing if there is none. */
  static <V> Uni<Void> batch(
      SqlClient transaction, String sql, List<V> values, Function<V, Tuple> row) {
    return values.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(sql)
            .executeBatch(values.stream().map(row).toList())
            .replaceWithVoid();
  }

  // Setting nothing locks the row, too. A receipt needs no lock: what is told or decided about it
  // is
  // unique, and whoever is second tries again and finds it.
  private static Uni<Void> lock(SqlClient transaction, Scope scope) {
    return batch(
        transaction,
        """
        INSERT INTO settlement.trade (trade) VALUES ($1)
        ON CONFLICT (trade) DO UPDATE SET trade = excluded.trade WHERE false
        """,
        scope.trade().stream().toList(),
        trade -> Tuple.of(trade.code()));
  }

  private static Uni<Books> open(SqlClient client, Scope scope, String number) {
    List<String> stories =
        Stream.concat(
                scope.trade().map(TradeId::code).stream(),
                scope.receipt().map(reference -> "receipt/" + reference).stream())
            .toList();
    Uni<Ledger> ledger = PgLedgerStore.load(client, stories);
    Uni<Optional<ReceiptView>> receipt =
        scope
            .receipt()
            .map(reference -> PgReceiptStore.receipt(client, reference))
            .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    return Uni.combine()
        .all()
        .unis(ledger, receipt)
        .asTuple()
        .chain(
            loaded ->
                scope
                    .trade()
                    .map(trade -> ofTrade(client, trade, number, loaded))
                    .orElseGet(() -> item(Books.ofReceipt(loaded.getItem1(), loaded.getItem2()))));
  }

  private static Uni<Books> ofTrade(
      SqlClient client,
      TradeId trade,
      String number,
      Tuple2<Ledger, Optional<ReceiptView>> loaded) {
    return Uni.combine()
        .all()
        .unis(
            PgSubAccountStore.subAccounts(client, trade),
            PgEscrowStore.escrow(client, trade),
            PgEscrowStore.revenues(client, trade),
            PgEscrowStore.distributions(client, trade))
        .with(
            (accounts, escrow, revenues, distributions) ->
                new Books(
                    Optional.of(trade),
                    number,
                    loaded.getItem1(),
                    byNumber(accounts),
                    loaded.getItem2(),
                    escrow,
                    revenues,
                    distributions,
                    List.of()));
  }

  private static Uni<Books> item(Books books) {
    return Uni.createFrom().item(books);
  }

  private static Map<String, SubAccountView> byNumber(List<SubAccountView> accounts) {
    Map<String, SubAccountView> byNumber = new LinkedHashMap<>();
    accounts.forEach(account -> byNumber.put(account.number(), account));
    return byNumber;
  }

  /** Writes changes in an order in which each finds what it refers to. */
  private Uni<Void> write(SqlClient transaction, List<Change> changes) {
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Changes sorted = Changes.of(changes);
    return PgReceiptStore.writeReceipts(transaction, sorted.receipts())
        .chain(() -> PgSubAccountStore.writeSubAccounts(transaction, sorted.subAccounts()))
        .chain(() -> PgReceiptStore.writeDecisions(transaction, sorted.decisions()))
        .chain(() -> PgEscrowStore.writeEscrows(transaction, sorted.escrows()))
        .chain(() -> PgEscrowStore.writeRevenues(transaction, sorted.revenues()))
        .chain(() -> PgEscrowStore.writeDistributions(transaction, sorted.distributions()))
        .chain(() -> PgLedgerStore.write(transaction, sorted.transfers(), clock.instant()))
        .chain(() -> PgReceiptStore.writeOrders(transaction, sorted.orders()))
        .chain(() -> tell(transaction, sorted.events()));
  }

  private Uni<Void> tell(SqlClient transaction, List<MarketEvent> events) {
    return outbox.write(transaction, events);
  }

  private static boolean isOvertaken(Throwable failure) {
    return failure instanceof PgException refused
        && OVERTAKEN.contains(String.valueOf(refused.getSqlState()));
  }
}
