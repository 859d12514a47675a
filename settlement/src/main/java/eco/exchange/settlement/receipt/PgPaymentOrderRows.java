package eco.exchange.settlement.receipt;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.money.Money;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Payment orders in PostgreSQL. */
public final class PgPaymentOrderRows {

  private PgPaymentOrderRows() {}

  /** The payment orders of a story, in the order in which they were given. */
  public static Uni<List<PaymentOrderView>> paymentOrders(SqlClient client, String story) {
    return list(
        client,
        """
        SELECT business_key, story, beneficiary, amount_fen, remittance, ordered_at, due_at
          FROM settlement.payment_order
          JOIN settlement.transfer USING (business_key)
         WHERE story = $1
         ORDER BY transfer.number
        """,
        Tuple.of(story),
        PgPaymentOrderRows::order);
  }

  /** Writes payment orders, whose transfers are there. */
  public static Uni<Void> writeOrders(SqlClient transaction, List<PaymentOrderView> orders) {
    return PgRows.of(orders)
        .texts(PaymentOrderView::key)
        .texts(PaymentOrderView::story)
        .texts(PaymentOrderView::beneficiary)
        .texts(PaymentOrderView::text)
        .times(PaymentOrderView::orderedAt)
        .times(order -> order.dueAt().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.payment_order (business_key, story, beneficiary, remittance,
                                                  ordered_at, due_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[],
                                 $6::timestamptz[])
            """);
  }

  private static PaymentOrderView order(Row row) {
    return new PaymentOrderView(
        row.getString("business_key"),
        row.getString("story"),
        row.getString("beneficiary"),
        new Money(row.getLong("amount_fen")),
        row.getString("remittance"),
        row.getOffsetDateTime("ordered_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("due_at")).map(due -> due.toInstant()));
  }
}
