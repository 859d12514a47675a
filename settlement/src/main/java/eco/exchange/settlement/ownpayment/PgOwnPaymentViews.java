package eco.exchange.settlement.ownpayment;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.rows.NumberedRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payments to a party, in PostgreSQL. */
@ApplicationScoped
class PgOwnPaymentViews {

  /** The orders from the payees that a party is; each is looked up by its key. */
  private static final String PAYMENTS =
      """
      SELECT payment.number, payment.payee, payment.story, payment.amount_fen, payment.remittance,
             payment.reason, payment.account, payment.ordered_at, payment.due_at,
             payment.standing, payment.is_ordered_anew,
             coalesce(open_payment.is_held
                      AND payment.standing NOT IN ('SENT', 'ACCEPTED', 'STOPPED'), false) AS is_held,
             noted.account AS noted
        FROM (SELECT DISTINCT payee FROM settlement.payee_party WHERE party = $1) own
        JOIN settlement.transfer set_aside ON set_aside.debit = own.payee
        JOIN settlement.payment_order USING (business_key)
       CROSS JOIN LATERAL (SELECT * FROM settlement.payment
                            WHERE payment.business_key = payment_order.business_key OFFSET 0) payment
        LEFT JOIN settlement.open_payment ON open_payment.business_key = payment.business_key
        LEFT JOIN LATERAL (SELECT CASE WHEN confirmed_by IS NULL THEN account END AS account
                             FROM settlement.payee_account
                             LEFT JOIN settlement.payee_account_confirmation USING (number)
                            WHERE payee_account.payee = own.payee
                            ORDER BY number DESC LIMIT 1) noted ON true
       WHERE payment.number < $2
       ORDER BY payment.number DESC LIMIT $3
      """;

  private final Pool pool;

  PgOwnPaymentViews(Pool pool) {
    this.pool = pool;
  }

  /** The payments to a party, latest first. */
  Uni<Page<OwnPaymentView>> of(PartyId party, Optional<String> after, int limit) {
    return list(
            pool,
            PAYMENTS,
            Tuple.of(party.id(), after.map(Long::parseLong).orElse(Long.MAX_VALUE), limit),
            row -> new NumberedRow<>(row.getLong("number"), view(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  /** Whether a payee is this party, and has an account in the ledger. */
  Uni<Boolean> isPayee(PartyId party, String payee) {
    return list(
            pool,
            """
            SELECT payee FROM settlement.payee_party
              JOIN settlement.account ON account.name = payee
             -- The trade spares looking at every contract of a party that has thousands.
             WHERE party = $1 AND trade = split_part($2, ':', 1) AND payee = $2
            """,
            Tuple.of(party.id(), payee),
            row -> row.getString("payee"))
        .map(found -> !found.isEmpty());
  }

  private static OwnPaymentView view(Row row) {
    return new OwnPaymentView(
        row.getString("payee"),
        row.getString("story"),
        new Money(row.getLong("amount_fen")),
        row.getString("remittance"),
        PaymentState.valueOf(row.getString("standing")),
        row.getBoolean("is_held"),
        row.getBoolean("is_ordered_anew"),
        Optional.ofNullable(row.getString("reason")).map(BankAccount::masked).orElse(""),
        masked(row.getString("account")),
        masked(row.getString("noted")),
        row.getOffsetDateTime("ordered_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()));
  }

  private static Optional<String> masked(@Nullable String number) {
    return Optional.ofNullable(number).map(it -> new BankAccount("", it, "").maskedNumber());
  }
}
