package eco.exchange.settlement;

import static eco.exchange.settlement.PgLedgerStore.list;
import static eco.exchange.settlement.PgLedgerStore.utc;

import eco.exchange.market.Page;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.bank.PaymentFileView;
import eco.exchange.settlement.bank.PaymentView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Payment orders on their way to the bank and back, in PostgreSQL. */
@ApplicationScoped
class PgPaymentStore {

  /** Files are written one at a time, so that no order goes into two of them. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('settlement.payment_file'))";

  private final Pool pool;

  PgPaymentStore(Pool pool) {
    this.pool = pool;
  }

  /** Writes the next orders that can be paid into a file, if there are any. */
  Uni<Optional<PaymentFile>> nextFile(BankAccount from, Instant now, int limit) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(LOCK)
                .execute()
                .chain(() -> PgPaymentAuditStore.ready(transaction, limit))
                .chain(
                    ready -> {
                      if (ready.isEmpty()) {
                        return Uni.createFrom().item(Optional.<PaymentFile>empty());
                      }
                      PaymentFile file = PaymentFiles.of(ready, from, now);
                      return write(transaction, file, ready).replaceWith(Optional.of(file));
                    }));
  }

  /** A file as it was written, however often it is asked for. */
  Uni<Optional<PaymentFile>> file(String file, BankAccount from) {
    return list(
            pool,
            """
            SELECT line.end_to_end, line.holder, line.account, line.bank, transfer.amount_fen,
                   ordered.remittance, payment_file.written_at
              FROM settlement.payment_line line
              JOIN settlement.payment_file USING (file)
              JOIN settlement.payment_order ordered USING (business_key)
              JOIN settlement.transfer USING (business_key)
             WHERE file = $1 ORDER BY place
            """,
            Tuple.of(file),
            row ->
                new Dated(
                    row.getOffsetDateTime("written_at").toInstant(),
                    PgPaymentAuditStore.payment(row)))
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

  private record Dated(Instant at, Payment payment) {}

  Uni<Page<PaymentFileView>> files(Optional<String> after, int limit) {
    return PgPaymentAuditStore.files(pool, after, limit);
  }

  Uni<Optional<PaymentView>> payment(String endToEnd) {
    return PgPaymentAuditStore.payment(pool, endToEnd);
  }

  Uni<List<PaymentView>> ofPayee(String payee) {
    return PgPaymentAuditStore.ofPayee(pool, payee);
  }

  Uni<List<PaymentView>> ofStory(String story) {
    return PgPaymentAuditStore.ofStory(pool, story);
  }

  Uni<Page<PaymentView>> stuck(Optional<String> after, int limit) {
    return PgPaymentAuditStore.stuck(pool, after, limit);
  }

  Uni<List<PaymentView>> due(int limit) {
    return PgPaymentAuditStore.due(pool, limit);
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
      SqlClient transaction, PaymentFile file, List<PaymentView> orders) {
    return transaction
        .preparedQuery("INSERT INTO settlement.payment_file (file, written_at) VALUES ($1, $2)")
        .execute(Tuple.of(file.id(), utc(file.writtenAt())))
        .chain(() -> writeLines(transaction, file, orders));
  }

  private static Uni<Void> writeLines(
      SqlClient transaction, PaymentFile file, List<PaymentView> orders) {
    List<Payment> payments = file.payments();
    return PgRowsStore.of(IntStream.range(0, payments.size()).boxed().toList())
        .texts(place -> orders.get(place).key())
        .texts(place -> payments.get(place).endToEnd())
        .texts(place -> file.id())
        .each(Integer[]::new, place -> place)
        .texts(place -> payments.get(place).to().holder())
        .texts(place -> payments.get(place).to().number())
        .texts(place -> payments.get(place).to().bank())
        .write(
            transaction,
            """
            INSERT INTO settlement.payment_line (business_key, end_to_end, file, place, holder, account,
                                                 bank)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[],
                                 $7::text[])
            """);
  }
}
