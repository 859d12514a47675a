package eco.exchange.settlement.generalledger;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.BalanceView;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.JournalText;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.ledger.TransferPhase;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.rows.PageStream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The ledger to look at, in PostgreSQL. */
final class PgLedgerViews {

  private static final String ROWS =
      """
      SELECT number, %s, business_key, debit, credit, amount_fen, code, phase, pending, expires_at,
             corrects, event_at, recorded_at
        FROM settlement.%s
      """;

  private static final String TRANSFERS = ROWS.formatted("0 AS place", "transfer");
  private static final String SHARES = ROWS.formatted("place", "share");
  private static final String JOURNAL = ROWS.formatted("place", "journal");

  private static final int PAGE = 1_000;

  private PgLedgerViews() {}

  /** The entries that touch a trade. */
  static Uni<List<TransferView>> entries(SqlClient client, TradeId trade) {
    return list(
        client,
        TRANSFERS
            + """
               WHERE number IN (SELECT transfer.number FROM settlement.account
                                  JOIN settlement.transfer ON debit = name WHERE story = $1
                                 UNION
                                SELECT transfer.number FROM settlement.account
                                  JOIN settlement.transfer ON credit = name WHERE story = $1)
               UNION ALL
              """
            + SHARES
            + " WHERE trade = $1 ORDER BY number, place",
        Tuple.of(trade.code()),
        PgLedgerViews::view);
  }

  /** All entries, read as they are asked for; on a connection that is in a transaction. */
  private static Multi<TransferView> entries(SqlConnection snapshot) {
    return snapshot
        .prepare(JOURNAL + " ORDER BY number, place")
        .onItem()
        .transformToMulti(statement -> statement.createStream(PAGE).toMulti())
        .map(PgLedgerViews::view);
  }

  /** What stood on an account, by what had happened and been written at two moments. */
  static Uni<BalanceView> balance(
      SqlClient client, AccountName account, Instant happenedBy, Instant recordedBy) {
    return list(
            client,
            """
            SELECT coalesce(sum(CASE WHEN moved.credit = $1 THEN moved.amount_fen
                                     ELSE -moved.amount_fen END)
                              FILTER (WHERE moved.phase = 'POSTED'), 0)::bigint AS balance_fen,
                   coalesce(sum(CASE moved.phase WHEN 'PENDING' THEN moved.amount_fen
                                                 ELSE -held.amount_fen END)
                              FILTER (WHERE moved.debit = $1
                                        AND (moved.phase = 'PENDING' OR moved.pending IS NOT NULL)),
                            0)::bigint AS held_fen
              FROM (%1$s WHERE debit = $1 UNION ALL %1$s WHERE credit = $1
                    UNION ALL %2$s WHERE trade = $4 AND $1 IN (debit, credit)) moved
              LEFT JOIN settlement.transfer held ON held.business_key = moved.pending
             WHERE moved.event_at <= $2 AND moved.recorded_at <= $3
            """
                .formatted(TRANSFERS, SHARES),
            Tuple.of(account.text(), utc(happenedBy), utc(recordedBy), account.story()),
            row ->
                new BalanceView(
                    account.text(),
                    new Money(row.getLong("balance_fen")),
                    new Money(row.getLong("held_fen"))))
        .map(List::getFirst);
  }

  /** All books as a journal, page by page; on a connection that sees one moment. */
  static Multi<String> journal(SqlConnection snapshot) {
    AtomicLong lastDay = new AtomicLong();
    Multi<String> entries =
        entries(snapshot)
            .invoke(row -> lastDay.accumulateAndGet(dayOf(row), Math::max))
            .map(JournalText::entry);
    Multi<String> closings =
        PageStream.of("", BalanceView::account, after -> balances(snapshot, after, PAGE))
            .map(kept -> JournalText.closing(LocalDate.ofEpochDay(lastDay.get()), kept));
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(JournalText.head()), entries, closings);
  }

  private static long dayOf(TransferView row) {
    return WorkingCalendar.dayOf(row.eventAt()).toEpochDay();
  }

  private static Uni<List<BalanceView>> balances(SqlClient client, String after, int limit) {
    return list(
        client,
        """
        SELECT name, balance_fen, held_fen FROM settlement.account
         WHERE name > $1 ORDER BY name LIMIT $2
        """,
        Tuple.of(after, limit),
        row ->
            new BalanceView(
                row.getString("name"),
                new Money(row.getLong("balance_fen")),
                new Money(row.getLong("held_fen"))));
  }

  /** Counts everything anew. */
  static Uni<BooksView> count(SqlClient client) {
    return list(
            client,
            """
            SELECT count(*) AS accounts,
                   (SELECT count(*) FROM settlement.journal) AS transfers,
                   coalesce(sum(balance_fen), 0)::bigint AS sum_fen,
                   coalesce(sum(held_fen), 0)::bigint AS held_fen,
                   coalesce(array_agg(name ORDER BY name)
                              FILTER (WHERE balance_fen <> moved_fen OR held_fen <> pending_fen
                                         OR NOT has_enough), '{}') AS mistaken
              FROM settlement.books
            """,
            Tuple.tuple(),
            PgLedgerViews::counted)
        .map(List::getFirst);
  }

  private static TransferView view(Row row) {
    return new TransferView(
        row.getLong("number"),
        row.getString("business_key"),
        row.getString("debit"),
        row.getString("credit"),
        new Money(row.getLong("amount_fen")),
        TransferCode.valueOf(row.getString("code")),
        TransferPhase.valueOf(row.getString("phase")),
        Optional.ofNullable(row.getString("pending")),
        Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(it -> it.toInstant()),
        Optional.ofNullable(row.getString("corrects")),
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
