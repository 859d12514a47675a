package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptReversal;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.UnmatchedCause;
import eco.exchange.settlement.rows.NumberedRow;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Receipts, and the decisions about them, in PostgreSQL. */
final class PgReceiptRows {

  private static final String RECEIPTS =
      """
      SELECT receipt.number AS place, receipt.reference, receipt.sub_account, receipt.amount_fen,
             receipt.payer, receipt.arrived_at, receipt.not_before, receipt.payer_holder,
             receipt.payer_account, receipt.payer_bank, receipt.remittance, receipt.cause,
             receipt.recorded_at, decision.assigned_to, decision.settles, decision.decided_by,
             decision.decided_at,
             reversal.cause AS reversed_for, reversal.movement AS reversed_by,
             reversal.recorded_at AS reversed_at
        FROM settlement.known_receipt receipt
        LEFT JOIN settlement.decision ON decision.reference = receipt.reference
        LEFT JOIN settlement.receipt_reversal reversal ON reversal.reference = receipt.reference
      """;

  private PgReceiptRows() {}

  static Uni<Optional<ReceiptView>> receipt(SqlClient client, String reference) {
    return list(
            client,
            RECEIPTS + " WHERE receipt.reference = $1",
            Tuple.of(reference),
            PgReceiptRows::receipt)
        .map(found -> found.stream().findFirst());
  }

  static Uni<List<ReceiptView>> receipts(SqlClient client, String[] references) {
    return list(
        client,
        RECEIPTS + " WHERE receipt.reference = ANY ($1)",
        Tuple.of(references),
        PgReceiptRows::receipt);
  }

  /** The receipts that wait for a decision; a place in the list is the number of its last row. */
  static Uni<Page<ReceiptView>> unmatched(SqlClient client, Optional<String> after, int limit) {
    return list(
            client,
            RECEIPTS
                + """
                   WHERE receipt.cause IS NOT NULL AND decision.reference IS NULL
                     AND reversal.reference IS NULL
                     AND receipt.number > $1
                   ORDER BY receipt.number
                   LIMIT $2
                  """,
            Tuple.of(after.map(Long::parseLong).orElse(0L), limit),
            row -> new NumberedRow<>(row.getLong("place"), receipt(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  static Uni<Void> writeReceipts(SqlClient transaction, List<ReceiptView> receipts) {
    return PgRows.of(receipts)
        .texts(taken -> taken.receipt().reference())
        .texts(taken -> taken.receipt().subAccount())
        .fen(taken -> taken.receipt().amount())
        .texts(taken -> taken.receipt().payer())
        .times(taken -> taken.receipt().arrivedAt())
        .texts(taken -> taken.cause().map(Enum::name).orElse(null))
        .times(ReceiptView::recordedAt)
        .texts(taken -> payer(taken, BankAccount::holder))
        .texts(taken -> payer(taken, BankAccount::number))
        .texts(taken -> payer(taken, BankAccount::bank))
        .texts(taken -> taken.receipt().remittance())
        .times(taken -> taken.receipt().notBefore().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.receipt (reference, sub_account, amount_fen, payer, arrived_at, cause,
                                            recorded_at, payer_holder, payer_account, payer_bank,
                                            remittance, not_before)
            SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::timestamptz[],
                                 $6::text[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],
                                 $11::text[], $12::timestamptz[])
            """);
  }

  static Uni<Void> writeCompletions(
      SqlClient transaction, List<BooksChange.ReceiptCompleted> completions) {
    return PgRows.of(completions)
        .texts(completed -> completed.receipt().receipt().reference())
        .texts(completed -> completed.receipt().receipt().subAccount())
        .texts(completed -> completed.receipt().receipt().payer())
        .texts(completed -> payer(completed.receipt(), BankAccount::holder))
        .texts(completed -> payer(completed.receipt(), BankAccount::number))
        .texts(completed -> payer(completed.receipt(), BankAccount::bank))
        .texts(completed -> completed.receipt().receipt().remittance())
        .times(completed -> completed.receipt().receipt().arrivedAt())
        .times(completed -> completed.receipt().receipt().notBefore().orElse(null))
        .times(BooksChange.ReceiptCompleted::at)
        .write(
            transaction,
            """
            INSERT INTO settlement.receipt_completion (reference, sub_account, payer, payer_holder,
                                                       payer_account, payer_bank, remittance, arrived_at,
                                                       not_before, recorded_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                                 $7::text[], $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
            """);
  }

  static Uni<Void> writeReversals(
      SqlClient transaction, List<BooksChange.ReceiptReversed> reversals) {
    return PgRows.of(reversals)
        .texts(reversed -> reversed.receipt().receipt().reference())
        .texts(reversed -> reversed.reversal().cause().name())
        .texts(reversed -> reversed.reversal().movement())
        .times(reversed -> reversed.reversal().at())
        .write(
            transaction,
            """
            INSERT INTO settlement.receipt_reversal (reference, cause, movement, recorded_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])
            """);
  }

  static Uni<Void> writeDecisions(
      SqlClient transaction, List<BooksChange.ReceiptDecided> decisions) {
    return PgRows.of(decisions)
        .texts(decided -> decided.receipt().receipt().reference())
        .texts(decided -> decided.decision().resolution().target().orElse(null))
        .texts(decided -> decided.decision().resolution().settled().orElse(null))
        .each(UUID[]::new, decided -> decided.decision().by().id())
        .times(decided -> decided.decision().at())
        .write(
            transaction,
            """
            INSERT INTO settlement.decision (reference, assigned_to, settles, decided_by, decided_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[])
            """);
  }

  private static @Nullable String payer(ReceiptView taken, Function<BankAccount, String> part) {
    return taken.receipt().account().map(part).orElse(null);
  }

  /** What the bank told, from the columns of a receipt. */
  static BankReceipt told(Row row) {
    return new BankReceipt(
        row.getString("reference"),
        row.getString("sub_account"),
        new Money(row.getLong("amount_fen")),
        row.getString("payer"),
        row.getOffsetDateTime("arrived_at").toInstant(),
        Optional.ofNullable(row.getString("payer_holder"))
            .map(
                holder ->
                    new BankAccount(
                        holder, row.getString("payer_account"), row.getString("payer_bank"))),
        row.getString("remittance"),
        Optional.ofNullable(row.getOffsetDateTime("not_before")).map(moment -> moment.toInstant()));
  }

  private static ReceiptView receipt(Row row) {
    return new ReceiptView(
        told(row),
        Optional.ofNullable(row.getString("cause")).map(UnmatchedCause::valueOf),
        Optional.ofNullable(row.getUUID("decided_by")).map(by -> decision(row, by)),
        Optional.ofNullable(row.getString("reversed_for")).map(cause -> reversal(row, cause)),
        row.getOffsetDateTime("recorded_at").toInstant());
  }

  private static ReceiptReversal reversal(Row row, String cause) {
    return new ReceiptReversal(
        ReceiptReversal.Cause.valueOf(cause),
        row.getString("reversed_by"),
        row.getOffsetDateTime("reversed_at").toInstant());
  }

  private static ReceiptView.Decision decision(Row row, UUID by) {
    Optional<ReceiptResolution> assigned =
        Optional.ofNullable(row.getString("assigned_to")).map(ReceiptResolution.Assign::new);
    Optional<ReceiptResolution> settled =
        Optional.ofNullable(row.getString("settles")).map(ReceiptResolution.Settle::new);
    return new ReceiptView.Decision(
        assigned.or(() -> settled).orElseGet(ReceiptResolution.Return::new),
        new AccountId(by),
        row.getOffsetDateTime("decided_at").toInstant());
  }
}
