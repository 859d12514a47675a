package eco.exchange.settlement.books;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.generalledger.PgLedgerRows;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.PgPaymentOrderRows;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.rows.PgFailures;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.storage.GroupCommit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The books in PostgreSQL. */
@ApplicationScoped
class PgBooksStore implements BooksStore {

  /** What the guard of closed years says. */
  private static final String YEAR_CLOSED = "SE001";

  private static final int TRIES_MORE = 3;

  /** Who only looks at books opens no sub-account. */
  private static final List<String> NO_NUMBERS = List.of();

  /** How much is decided at once; a second batch is read and judged while the first is written. */
  private static final int DECISIONS_MAX = 256;

  private static final int UNDER_WAY_MAX = 2;

  /** A decision that waits for its books. */
  private record PendingDecision(Scope scope, Function<Books, Decision<Books, ?>> rule) {

    /** Two decisions about one trade, or one stray receipt, are made one after the other. */
    Object subject() {
      return scope.trade().<Object>map(trade -> trade).orElseGet(scope::stories);
    }
  }

  private final GroupCommit<PendingDecision, Answer<?>> desk =
      new GroupCommit<>(
          new GroupCommit.Manner<>(
              PendingDecision::subject, one -> 1, DECISIONS_MAX, UNDER_WAY_MAX),
          this::decide);
  private final Pool pool;
  private final Outbox outbox;
  private final Clock clock;

  PgBooksStore(Pool pool, Outbox outbox, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public <T> Uni<Answer<T>> change(Scope scope, Function<Books, Decision<Books, T>> rule) {
    // The rule answers what was asked of it, so the answer is of its kind.
    @SuppressWarnings("unchecked")
    Function<Answer<?>, Answer<T>> typed = answer -> (Answer<T>) answer;
    return desk.take(new PendingDecision(scope, rule::apply))
        .map(typed)
        .onFailure(PgBooksStore::isOfClosedYear)
        .recoverWithItem(
            () -> Answer.refused(SettlementRefusal.YEAR_CLOSED, "the year is closed for all"));
  }

  @Override
  public Uni<Books> books(TradeId trade) {
    return pool.withConnection(
            connection ->
                PgBooksReader.open(connection, List.of(Scope.of(trade)), List.of(NO_NUMBERS)))
        .map(List::getFirst);
  }

  @Override
  public Uni<Set<TradeId>> tradesOf(List<String> subAccounts) {
    return PgSubAccountRows.tradesOf(pool, subAccounts);
  }

  @Override
  public Uni<Optional<TradeId>> tradeFilledBy(String receipt) {
    return PgSubAccountRows.tradeFilledBy(pool, receipt);
  }

  @Override
  public Uni<List<SubAccountView>> subAccountsOf(PartyId party) {
    return PgSubAccountRows.subAccounts(pool, party);
  }

  @Override
  public Uni<List<PaymentOrderView>> paymentOrders(String story) {
    return PgPaymentOrderRows.paymentOrders(pool, story);
  }

  @Override
  public Uni<Optional<ReceiptView>> receipt(String reference) {
    return PgReceiptRows.receipt(pool, reference);
  }

  @Override
  public Uni<Page<ReceiptView>> unmatched(Optional<String> after, int limit) {
    return PgReceiptRows.unmatched(pool, after, limit);
  }

  private Uni<List<Answer<?>>> decide(List<PendingDecision> decisions) {
    Uni<List<Answer<?>>> attempt =
        pool.withTransaction(transaction -> decide(transaction, decisions));
    return attempt.onFailure(PgFailures::isOvertaken).retry().atMost(TRIES_MORE);
  }

  private Uni<List<Answer<?>>> decide(SqlClient transaction, List<PendingDecision> decisions) {
    List<Scope> scopes = decisions.stream().map(PendingDecision::scope).toList();
    return lock(transaction, scopes)
        .chain(() -> PgSubAccountRows.nextNumbers(transaction, scopes.size()))
        .chain(numbers -> PgBooksReader.open(transaction, scopes, numbers))
        .map(books -> decided(decisions, books))
        .chain(decided -> write(transaction, decided).replaceWith(answers(decided)));
  }

  private static List<Decision<Books, ?>> decided(
      List<PendingDecision> decisions, List<Books> books) {
    List<Decision<Books, ?>> decided = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      decided.add(decisions.get(i).rule().apply(books.get(i)));
    }
    return decided;
  }

  private static List<Answer<?>> answers(List<Decision<Books, ?>> decided) {
    List<Answer<?>> answers = new ArrayList<>();
    decided.forEach(decision -> answers.add(decision.answer()));
    return answers;
  }

  // Setting nothing locks the row, too; in one order, so that batches never wait in a circle. A
  // receipt needs no lock: what is told or decided about it is unique, and whoever is second tries
  // again and finds it.
  private static Uni<Void> lock(SqlClient transaction, List<Scope> scopes) {
    return PgRows.of(scopes.stream().flatMap(scope -> scope.trade().stream()).toList())
        .texts(TradeId::code)
        .write(
            transaction,
            """
            INSERT INTO settlement.trade (trade) SELECT * FROM unnest($1::text[]) trade ORDER BY trade
            ON CONFLICT (trade) DO UPDATE SET trade = excluded.trade WHERE false
            """);
  }

  /** Writes changes in an order in which each finds what it refers to. */
  private Uni<Void> write(SqlClient transaction, List<Decision<Books, ?>> decided) {
    ChangesByKind sorted = ChangesByKind.of(decided);
    return PgReceiptRows.writeReceipts(transaction, sorted.receipts())
        .chain(() -> PgSubAccountRows.writeSubAccounts(transaction, sorted.subAccounts()))
        .chain(() -> PgSubAccountRows.writeFreezes(transaction, sorted.freezes()))
        .chain(() -> PgSubAccountRows.writeLost(transaction, sorted.lostDeposits()))
        .chain(() -> PgReceiptRows.writeDecisions(transaction, sorted.decisions()))
        .chain(() -> PgReceiptRows.writeCompletions(transaction, sorted.completions()))
        .chain(() -> PgReceiptRows.writeReversals(transaction, sorted.reversals()))
        .chain(() -> PgSubAccountRows.writePartsTakenBack(transaction, sorted.reversals()))
        .chain(() -> PgEscrowRows.writeEscrows(transaction, sorted.escrows()))
        .chain(() -> PgInstalmentRows.writeGuarantees(transaction, sorted.guarantees()))
        .chain(() -> PgAmendmentRows.write(transaction, sorted.amendments()))
        .chain(() -> PgEscrowRows.writeRevenues(transaction, sorted.revenues()))
        .chain(() -> PgOccasionFactRows.write(transaction, sorted.facts()))
        .chain(() -> PgLedgerRows.open(transaction, sorted.accounts()))
        .chain(() -> PgLedgerRows.write(transaction, sorted.transfers(), clock.instant()))
        .chain(() -> PgDistributionRows.write(transaction, sorted.distributions()))
        .chain(() -> PgPaymentOrderRows.writeOrders(transaction, sorted.orders()))
        .chain(() -> tell(transaction, sorted.events()));
  }

  private Uni<Void> tell(SqlClient transaction, List<MarketEvent> events) {
    return outbox.write(transaction, events);
  }

  // Only the database knows it at the very moment.
  private static boolean isOfClosedYear(Throwable failure) {
    return failure instanceof PgException refused && YEAR_CLOSED.equals(refused.getSqlState());
  }
}
