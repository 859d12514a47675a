package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.PaymentFileContent.ReadyOrder;
import eco.exchange.settlement.person.AccountSeal;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payment orders on their way to the bank and back, in PostgreSQL. */
@ApplicationScoped
class PgPaymentStore {

  /** Files are written one at a time, so that no order goes into two of them. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('settlement.payment_file'))";

  private final Pool pool;
  private final AccountSeal seal;

  PgPaymentStore(Pool pool, AccountSeal seal) {
    this.pool = pool;
    this.seal = seal;
  }

  /** Writes the next orders that can be paid into a file, if there are any. */
  Uni<Optional<PaymentFile>> nextFile(BankAccount from, Instant now, int limit) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(LOCK)
                .execute()
                .chain(() -> PgPaymentViews.ready(transaction, limit))
                .chain(
                    ready -> {
                      if (ready.isEmpty()) {
                        return Uni.createFrom().item(Optional.<PaymentFile>empty());
                      }
                      String file = PaymentFileContent.id(ready, now);
                      return write(transaction, file, ready, now)
                          .chain(() -> file(transaction, file, from));
                    }));
  }

  /**
   * The orders of a story that are in no file. No file is being written meanwhile, and none takes
   * an order of a story in which something is owed anew: they stay out of files from now on.
   */
  Uni<List<PaymentView>> unsent(String story) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(LOCK)
                .execute()
                .chain(() -> PgPaymentViews.ofStory(transaction, story))
                .map(
                    orders ->
                        orders.stream()
                            .filter(
                                order ->
                                    order.file().isEmpty()
                                        || order.state() == PaymentState.CAME_BACK
                                        || order.state() == PaymentState.SET_OFF)
                            .toList()));
  }

  /** The receipts that the bank has taken back and whose payers still owe them anew. */
  Uni<List<String>> owedAnew() {
    return list(
        pool,
        """
        SELECT filled.reference
          FROM settlement.sub_account owed
          JOIN LATERAL (SELECT filled_by AS reference FROM settlement.sub_account
                         WHERE number = owed.recourse_of
                         UNION
                        SELECT reference FROM settlement.sub_account_part
                         WHERE sub_account = owed.recourse_of) filled ON true
          JOIN settlement.receipt_reversal USING (reference)
         WHERE owed.recourse_of IS NOT NULL AND owed.state = 'AWAITED'
        UNION
        SELECT substr(story, 9) FROM settlement.account
         WHERE purpose = 'RECOURSE' AND balance_fen < 0 AND story LIKE 'receipt/%'
        """,
        Tuple.tuple(),
        row -> row.getString("reference"));
  }

  /** A file as it was written, however often it is asked for. */
  Uni<Optional<PaymentFile>> file(String file, BankAccount from) {
    return file(pool, file, from);
  }

  private Uni<Optional<PaymentFile>> file(SqlClient client, String file, BankAccount from) {
    return list(
            client,
            """
            SELECT line.end_to_end, line.holder, line.account, line.bank, transfer.amount_fen,
                   ordered.remittance, payment_file.written_at, told.sealed, told.person,
                   told.contract || '/' || told.payee AS list
              FROM settlement.payment_line line
              JOIN settlement.payment_file USING (file)
              JOIN settlement.payment_order ordered USING (business_key)
              JOIN settlement.transfer USING (business_key)
              LEFT JOIN settlement.person_account told ON told.number = line.person_account
             WHERE file = $1 ORDER BY place
            """,
            Tuple.of(file),
            row -> new Dated(row.getOffsetDateTime("written_at").toInstant(), payment(row)))
        .map(
            lines ->
                lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new PaymentFile(
                            file,
                            lines.getFirst().at(),
                            from,
                            lines.stream().map(Dated::payment).toList())));
  }

  /** A payment as the bank is told it; here alone what is sealed is opened. */
  private Payment payment(Row row) {
    String sealed = row.getString("sealed");
    BankAccount to =
        sealed == null
            ? new BankAccount(
                row.getString("holder"), row.getString("account"), row.getString("bank"))
            : seal.open(sealed, row.getString("list"), row.getString("person"));
    return new Payment(
        row.getString("end_to_end"),
        to,
        new Money(row.getLong("amount_fen")),
        row.getString("remittance"));
  }

  private record Dated(Instant at, Payment payment) {}

  Uni<Page<PaymentFileView>> files(Optional<String> after, int limit) {
    return PgPaymentViews.files(pool, after, limit);
  }

  Uni<Optional<PaymentView>> payment(String endToEnd) {
    return PgPaymentViews.payment(pool, endToEnd);
  }

  Uni<List<PaymentView>> ofFile(String file) {
    return PgPaymentViews.ofFile(pool, file);
  }

  Uni<List<PaymentView>> ofPayee(String payee) {
    return PgPaymentViews.ofPayee(pool, payee);
  }

  Uni<List<PaymentView>> ofStory(String story) {
    return PgPaymentViews.ofStory(pool, story);
  }

  Uni<List<PaymentView>> toldSince(int limit) {
    return PgPaymentViews.toldSince(pool, limit);
  }

  Uni<Page<PaymentView>> stuck(Optional<String> after, int limit) {
    return PgPaymentViews.stuck(pool, after, limit);
  }

  Uni<List<PaymentView>> due(int limit) {
    return PgPaymentViews.due(pool, limit);
  }

  /** Notes what the bank says to an order. */
  Uni<Void> note(String message, String endToEnd, OrderStatus status) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.payment_answer (end_to_end, message, step, reason)
            VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(endToEnd, message, status.step().name(), status.reason()))
        .replaceWithVoid();
  }

  private static Uni<Void> write(
      SqlClient transaction, String file, List<ReadyOrder> orders, Instant now) {
    return transaction
        .preparedQuery("INSERT INTO settlement.payment_file (file, written_at) VALUES ($1, $2)")
        .execute(Tuple.of(file, utc(now)))
        .chain(() -> writeLines(transaction, file, orders));
  }

  private static Uni<Void> writeLines(SqlClient transaction, String file, List<ReadyOrder> orders) {
    int[] place = {0};
    return PgRows.of(orders)
        .texts(ReadyOrder::key)
        .texts(ReadyOrder::endToEnd)
        .texts(order -> file)
        .each(Integer[]::new, order -> place[0]++)
        .texts(order -> order.to().holder())
        .texts(order -> order.to().number())
        .texts(order -> order.to().bank())
        .each(Long[]::new, order -> order.personAccount().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.payment_line (business_key, end_to_end, file, place, holder, account,
                                                 bank, person_account)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[],
                                 $7::text[], $8::bigint[])
            """);
  }
}
