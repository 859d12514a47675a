package eco.exchange.settlement.generalledger;

import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.TradeId;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.BalanceView;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.ChainAnswer;
import eco.exchange.settlement.ledger.Judgement;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferChain;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.rows.PgFailures;
import eco.exchange.storage.GroupCommit;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Chains of transfers in PostgreSQL. What waits is judged and written together.
 *
 * <p>Mostly the accounts are remembered, and one statement writes what the pure rules decide:
 * whoever has moved them elsewhere meanwhile, the guards of the database let nothing wrong through.
 * When they do not, or something is to be refused or is not known here, the accounts are locked and
 * read, and it is judged again.
 */
@ApplicationScoped
class PgPostingStore {

  /** How many transfers are written at once. */
  private static final int TRANSFERS_MAX = TransferChain.MEMBERS_MAX;

  /** A second batch is on its way while the first is flushed to the disk. */
  private static final int UNDER_WAY_MAX = 2;

  private static final int TRIES_MORE = 3;

  private final GroupCommit<TransferChain, ChainAnswer> desk =
      new GroupCommit<>(
          new GroupCommit.Manner<>(
              chain -> new Object(), chain -> chain.members().size(), TRANSFERS_MAX, UNDER_WAY_MAX),
          this::post);
  private final AccountCache memory = new AccountCache();
  private final Pool pool;
  private final Clock clock;

  PgPostingStore(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** Makes a chain, together with others that are asked for at this moment. */
  Uni<ChainAnswer> post(TransferChain chain) {
    return desk.take(chain);
  }

  private Uni<List<ChainAnswer>> post(List<TransferChain> chains) {
    return named(chains)
        .chain(
            named ->
                memory
                    .judge(chains, named)
                    .map(judgement -> write(chains, judgement))
                    .orElseGet(() -> look(chains)));
  }

  // Holds and mistakes are not remembered; most transfers name none.
  private Uni<List<Transfer>> named(List<TransferChain> chains) {
    List<Transfer> naming =
        asked(chains).stream()
            .filter(
                transfer ->
                    transfer.effect().resolved().isPresent()
                        || transfer.effect().corrected().isPresent())
            .toList();
    return naming.isEmpty() ? Uni.createFrom().item(List.of()) : PgLedgerRows.named(pool, naming);
  }

  private Uni<List<ChainAnswer>> write(List<TransferChain> chains, Judgement judgement) {
    return PgLedgerRows.move(pool, judgement.made(), clock.instant())
        .replaceWith(judgement.answers())
        .onFailure()
        .invoke(memory::forget)
        .onFailure()
        .recoverWithUni(() -> look(chains));
  }

  private Uni<List<ChainAnswer>> look(List<TransferChain> chains) {
    return pool.withTransaction(transaction -> look(transaction, chains))
        .invoke(memory::learn)
        .map(Judgement::answers)
        .onFailure(PgFailures::isOvertaken)
        .retry()
        .atMost(TRIES_MORE);
  }

  private Uni<Judgement> look(SqlConnection transaction, List<TransferChain> chains) {
    return PgLedgerRows.lock(transaction, asked(chains))
        .chain(
            ledger -> {
              Judgement judgement = ledger.judge(chains);
              return write(transaction, ledger, judgement.made()).replaceWith(judgement);
            });
  }

  private static List<Transfer> asked(List<TransferChain> chains) {
    return chains.stream().flatMap(chain -> chain.members().stream()).toList();
  }

  private Uni<Void> write(SqlConnection transaction, Ledger ledger, List<Transfer> made) {
    List<AccountName> missing =
        PgLedgerRows.names(made).stream()
            .filter(name -> !ledger.accounts().containsKey(name))
            .toList();
    return PgLedgerRows.open(transaction, missing)
        .chain(() -> PgLedgerRows.move(transaction, made, clock.instant()));
  }

  /** The holds whose time has come by a moment and that nobody has resolved. */
  Uni<List<Transfer>> overdue(Instant moment, int limit) {
    return PgLedgerRows.overdue(pool, moment, limit);
  }

  /** Closes an account, and says whether there is one of this name. */
  Uni<Boolean> close(AccountName account, Instant at) {
    return pool.preparedQuery(
            """
            UPDATE settlement.account SET closed_at = coalesce(closed_at, $2) WHERE name = $1
            """)
        .execute(Tuple.of(account.text(), utc(at)))
        .invoke(memory::forget)
        .map(rows -> rows.rowCount() > 0);
  }

  Uni<BalanceView> balance(AccountName account, Instant happenedBy, Instant recordedBy) {
    return PgLedgerViews.balance(pool, account, happenedBy, recordedBy);
  }

  /** The entries that touch a trade, in the order of the ledger. */
  Uni<List<TransferView>> transfers(TradeId trade) {
    return PgLedgerViews.entries(pool, trade);
  }

  Uni<BooksView> count() {
    return PgLedgerViews.count(pool);
  }

  /** All books at one moment, as lines of a journal. */
  Multi<String> journal() {
    return Multi.createFrom()
        .resourceFromUni(this::snapshot, PgLedgerViews::journal)
        .withFinalizer(PgPostingStore::leave);
  }

  // Whatever is written meanwhile, the reader sees the books as they stood when he began.
  private Uni<SqlConnection> snapshot() {
    return pool.getConnection()
        .chain(
            connection ->
                connection
                    .query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .execute()
                    .replaceWith(connection));
  }

  private static Uni<Void> leave(SqlConnection connection) {
    return connection.query("ROLLBACK").execute().chain(connection::close);
  }
}
