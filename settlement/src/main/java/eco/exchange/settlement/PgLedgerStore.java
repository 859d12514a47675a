package eco.exchange.settlement;

import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.Account;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.Code;
import eco.exchange.settlement.ledger.Ledger;
import eco.exchange.settlement.ledger.Phase;
import eco.exchange.settlement.ledger.Purpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Accounts and transfers in PostgreSQL. */
final class PgLedgerStore {

  private static final String HOLDS =
      """
      SELECT transfer.business_key, transfer.amount_fen, transfer.code, transfer.phase,
             transfer.pending, transfer.distribution, transfer.event_at,
             debit.story AS debit_story, debit.purpose AS debit_purpose,
             debit.owner AS debit_owner, credit.story AS credit_story,
             credit.purpose AS credit_purpose, credit.owner AS credit_owner
        FROM settlement.transfer
        JOIN settlement.account debit ON debit.name = transfer.debit
        JOIN settlement.account credit ON credit.name = transfer.credit
       WHERE debit.story = ANY ($1)
         AND (transfer.phase = 'PENDING' OR transfer.pending IS NOT NULL)
       ORDER BY transfer.number
      """;
  private static final String WRITE =
      """
      INSERT INTO settlement.transfer (business_key, debit, credit, amount_fen, code, phase,
                                       pending, distribution, event_at, recorded_at)
      SELECT key, debit, credit, fen, code, phase, nullif(pending, ''),
             nullif(distribution, ''), event_at, $10
        FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[],
                    $7::text[], $8::text[], $9::timestamptz[]) WITH ORDINALITY
          AS t (key, debit, credit, fen, code, phase, pending, distribution, event_at, place)
       ORDER BY place
      """;

  private PgLedgerStore() {}

  /**
   * The ledger of some stories: their accounts, and every hold of theirs with what became of it.
   */
  static Uni<Ledger> load(SqlClient client, List<String> stories) {
    Tuple of = Tuple.of(stories.toArray(String[]::new));
    Uni<List<Account>> accounts =
        list(
            client,
            """
            SELECT story, purpose, owner, balance_fen, held_fen
              FROM settlement.account WHERE story = ANY ($1) ORDER BY name
            """,
            of,
            PgLedgerStore::account);
    Uni<List<Transfer>> holds = list(client, HOLDS, of, PgLedgerStore::transfer);
    return Uni.combine().all().unis(accounts, holds).with(Ledger::of);
  }

  /** Writes transfers, and the accounts that they need, each in one statement. */
  static Uni<Void> write(SqlClient transaction, List<Transfer> transfers, Instant recordedAt) {
    if (transfers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<AccountName> names =
        transfers.stream()
            .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit()))
            .distinct()
            .sorted()
            .toList();
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.account (name, story, purpose, owner)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
            ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                texts(names, AccountName::text),
                texts(names, AccountName::story),
                texts(names, name -> name.purpose().name()),
                texts(names, AccountName::owner)))
        .chain(() -> move(transaction, transfers, recordedAt));
  }

  /** The transfers that touch a trade. */
  static Uni<List<TransferView>> transfers(SqlClient client, TradeId trade) {
    return list(
        client,
        """
        SELECT number, business_key, debit, credit, amount_fen, code, phase, pending, event_at,
               recorded_at
          FROM settlement.transfer
         WHERE debit IN (SELECT name FROM settlement.account WHERE story = $1)
            OR credit IN (SELECT name FROM settlement.account WHERE story = $1)
         ORDER BY number
        """,
        Tuple.of(trade.code()),
        PgLedgerStore::view);
  }

  /** Counts everything anew. */
  static Uni<BooksView> count(SqlClient client) {
    return list(
            client,
            """
            SELECT count(*) AS accounts,
                   (SELECT count(*) FROM settlement.transfer) AS transfers,
                   coalesce(sum(balance_fen), 0)::bigint AS sum_fen,
                   coalesce(sum(held_fen), 0)::bigint AS held_fen,
                   coalesce(array_agg(name ORDER BY name)
                              FILTER (WHERE balance_fen <> moved_fen OR held_fen <> pending_fen
                                         OR NOT has_enough), '{}') AS mistaken
              FROM settlement.books
            """,
            Tuple.tuple(),
            PgLedgerStore::counted)
        .map(List::getFirst);
  }

  /** What a query finds, row by row. */
  static <T> Uni<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> each) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(each).toList());
  }

  private static Uni<Void> move(
      SqlClient transaction, List<Transfer> transfers, Instant recordedAt) {
    OffsetDateTime[] eventAt =
        transfers.stream().map(transfer -> utc(transfer.at())).toArray(OffsetDateTime[]::new);
    Long[] amounts =
        transfers.stream().map(transfer -> transfer.amount().fen()).toArray(Long[]::new);
    return transaction
        .preparedQuery(WRITE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    texts(transfers, Transfer::key),
                    texts(transfers, transfer -> transfer.debit().text()),
                    texts(transfers, transfer -> transfer.credit().text()),
                    amounts,
                    texts(transfers, transfer -> transfer.code().name()),
                    texts(transfers, transfer -> transfer.phase().name()),
                    texts(transfers, transfer -> transfer.pending().orElse("")),
                    texts(transfers, transfer -> transfer.distribution().orElse("")),
                    eventAt,
                    utc(recordedAt))))
        .replaceWithVoid();
  }

  private static <T> String[] texts(List<T> list, Function<T, String> each) {
    return list.stream().map(each).toArray(String[]::new);
  }

  static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static Account account(Row row) {
    return new Account(
        new AccountName(
            row.getString("story"),
            Purpose.valueOf(row.getString("purpose")),
            row.getString("owner")),
        new Money(row.getLong("balance_fen")),
        new Money(row.getLong("held_fen")));
  }

  private static Transfer transfer(Row row) {
    return new Transfer(
        row.getString("business_key"),
        side(row, "debit"),
        side(row, "credit"),
        new Money(row.getLong("amount_fen")),
        Code.valueOf(row.getString("code")),
        Phase.valueOf(row.getString("phase")),
        Optional.ofNullable(row.getString("pending")),
        Optional.ofNullable(row.getString("distribution")),
        row.getOffsetDateTime("event_at").toInstant());
  }

  private static AccountName side(Row row, String side) {
    return new AccountName(
        row.getString(side + "_story"),
        Purpose.valueOf(row.getString(side + "_purpose")),
        row.getString(side + "_owner"));
  }

  private static TransferView view(Row row) {
    return new TransferView(
        row.getLong("number"),
        row.getString("business_key"),
        row.getString("debit"),
        row.getString("credit"),
        new Money(row.getLong("amount_fen")),
        Code.valueOf(row.getString("code")),
        Phase.valueOf(row.getString("phase")),
        Optional.ofNullable(row.getString("pending")),
        row.getOffsetDateTime("event_at").toInstant(),
        row.getOffsetDateTime("recorded_at").toInstant());
  }

  private static BooksView counted(Row row) {
    return new BooksView(
        row.getLong("accounts"),
        row.getLong("transfers"),
        new Money(row.getLong("sum_fen")),
        new Money(row.getLong("held_fen")),
        List.of(row.getArrayOfStrings("mistaken")));
  }
}
