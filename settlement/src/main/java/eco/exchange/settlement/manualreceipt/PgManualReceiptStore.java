package eco.exchange.settlement.manualreceipt;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.event.MarketEvent;
import eco.exchange.event.ReceiptEvent;
import eco.exchange.market.AccountId;
import eco.exchange.money.Money;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.receipt.BankReceipt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Receipts that were entered by hand, in PostgreSQL. */
@ApplicationScoped
class PgManualReceiptStore {

  private static final String ENTERED =
      """
      SELECT number, reference, sub_account, amount_fen, payer, payer_holder, payer_account, payer_bank,
             remittance, arrived_at, entered_by, entered_at, is_confirmed, ended_by, words, ended_at
        FROM settlement.manual_receipt
        LEFT JOIN settlement.manual_receipt_end USING (number)
      """;

  private final Pool pool;
  private final Outbox outbox;

  PgManualReceiptStore(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  /** Enters a receipt, unless one of its number waits. */
  Uni<Void> enter(BankReceipt receipt, AccountId by, Instant now) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery("SELECT pg_advisory_xact_lock(hashtext('manual_receipt/' || $1))")
                .execute(Tuple.of(receipt.reference()))
                .chain(() -> entered(transaction, receipt, by, now))
                .chain(numbers -> outbox.write(transaction, told(receipt, by, numbers))));
  }

  private static Uni<List<Long>> entered(
      SqlClient transaction, BankReceipt receipt, AccountId by, Instant now) {
    return list(
        transaction,
        """
        INSERT INTO settlement.manual_receipt (reference, sub_account, amount_fen, payer, arrived_at,
                                               entered_by, entered_at, payer_holder, payer_account,
                                               payer_bank, remittance)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         WHERE NOT EXISTS (SELECT FROM settlement.manual_receipt waiting
                            WHERE reference = $1
                              AND NOT EXISTS (SELECT FROM settlement.manual_receipt_end ended
                                               WHERE ended.number = waiting.number))
        RETURNING number
        """,
        Tuple.tuple()
            .addString(receipt.reference())
            .addString(receipt.subAccount())
            .addLong(receipt.amount().fen())
            .addString(receipt.payer())
            .addOffsetDateTime(utc(receipt.arrivedAt()))
            .addUUID(by.id())
            .addOffsetDateTime(utc(now))
            .addString(receipt.account().map(BankAccount::holder).orElse(null))
            .addString(receipt.account().map(BankAccount::number).orElse(null))
            .addString(receipt.account().map(BankAccount::bank).orElse(null))
            .addString(receipt.remittance()),
        row -> row.getLong("number"));
  }

  private static List<MarketEvent> told(BankReceipt receipt, AccountId by, List<Long> numbers) {
    return numbers.stream()
        .<MarketEvent>map(
            number ->
                new ReceiptEvent.ManualReceiptEntered(
                    receipt.reference(), number, receipt.amount(), by))
        .toList();
  }

  /** Notes what was decided; only the first decision is. */
  Uni<Void> end(long number, ManualReceiptView.End end) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.manual_receipt_end (number, is_confirmed, ended_by, words, ended_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(number, end.isConfirmed(), end.by().id(), end.words(), utc(end.at())))
        .replaceWithVoid();
  }

  Uni<Optional<ManualReceiptView>> receipt(long number) {
    return list(pool, ENTERED + " WHERE number = $1", Tuple.of(number), PgManualReceiptStore::view)
        .map(found -> found.stream().findFirst());
  }

  Uni<Optional<ManualReceiptView>> waiting(String reference) {
    return list(
            pool,
            ENTERED + " WHERE reference = $1 AND ended_at IS NULL",
            Tuple.of(reference),
            PgManualReceiptStore::view)
        .map(found -> found.stream().findFirst());
  }

  private static ManualReceiptView view(Row row) {
    return new ManualReceiptView(
        row.getLong("number"),
        new BankReceipt(
            row.getString("reference"),
            row.getString("sub_account"),
            new Money(row.getLong("amount_fen")),
            row.getString("payer"),
            row.getOffsetDateTime("arrived_at").toInstant(),
            account(row),
            row.getString("remittance"),
            Optional.empty()),
        new AccountId(row.getUUID("entered_by")),
        row.getOffsetDateTime("entered_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("ended_at"))
            .map(
                at ->
                    new ManualReceiptView.End(
                        row.getBoolean("is_confirmed"),
                        new AccountId(row.getUUID("ended_by")),
                        row.getString("words"),
                        at.toInstant())));
  }

  private static Optional<BankAccount> account(Row row) {
    return Optional.ofNullable(row.getString("payer_account"))
        .map(
            number ->
                new BankAccount(
                    row.getString("payer_holder"), number, row.getString("payer_bank")));
  }
}
