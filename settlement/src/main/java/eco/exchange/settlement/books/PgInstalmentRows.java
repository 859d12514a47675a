package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.PriceInstalment;
import eco.exchange.storage.RecordJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Prices in instalments, and their guarantees, in PostgreSQL. */
final class PgInstalmentRows {

  private static final RecordJson JSON = new RecordJson();

  private PgInstalmentRows() {}

  static String written(PaymentPlan plan) {
    return JSON.write(plan);
  }

  static PaymentPlan read(String plan) {
    return JSON.read(PaymentPlan.class, plan);
  }

  private record Of<T>(ContractId contract, T what) {}

  /** Escrows with their instalments and guarantees; nothing is asked if all are paid at once. */
  static Uni<List<EscrowView>> completed(SqlClient client, List<EscrowView> escrows) {
    String[] contracts =
        escrows.stream()
            .map(EscrowView::terms)
            .filter(terms -> terms.plan().isPresent())
            .map(terms -> terms.contract().number())
            .toArray(String[]::new);
    return contracts.length == 0
        ? Uni.createFrom().item(escrows)
        : Uni.combine()
            .all()
            .unis(instalments(client, contracts), guarantees(client, contracts))
            .with(
                (instalments, guarantees) ->
                    escrows.stream()
                        .map(escrow -> completed(escrow, instalments, guarantees))
                        .toList());
  }

  private static EscrowView completed(
      EscrowView escrow, List<Of<PriceInstalment>> instalments, List<GuaranteeView> guarantees) {
    ContractId contract = escrow.terms().contract();
    EscrowView inParts =
        escrow.inInstalments(
            instalments.stream()
                .filter(it -> it.contract().equals(contract))
                .map(Of::what)
                .toList());
    return guarantees.stream()
        .filter(it -> it.guarantee().contract().equals(contract))
        .findFirst()
        .map(inParts::guaranteed)
        .orElse(inParts);
  }

  private static Uni<List<Of<PriceInstalment>>> instalments(SqlClient client, String[] contracts) {
    return list(
        client,
        """
        SELECT contract, number, principal_fen, interest_fen, due_at FROM settlement.instalment
         WHERE contract = ANY ($1) ORDER BY contract, number
        """,
        Tuple.of(contracts),
        row ->
            new Of<>(
                ContractId.parse(row.getString("contract")),
                new PriceInstalment(
                    row.getInteger("number"),
                    new Money(row.getLong("principal_fen")),
                    new Money(row.getLong("interest_fen")),
                    row.getOffsetDateTime("due_at").toInstant())));
  }

  private static Uni<List<GuaranteeView>> guarantees(SqlClient client, String[] contracts) {
    return list(
        client,
        "SELECT * FROM settlement.guarantee WHERE contract = ANY ($1)",
        Tuple.of(contracts),
        PgInstalmentRows::guarantee);
  }

  private static GuaranteeView guarantee(Row row) {
    return new GuaranteeView(
        new AcceptGuarantee(
            ContractId.parse(row.getString("contract")),
            Guarantee.valueOf(row.getString("kind")),
            row.getString("guarantor"),
            row.getString("document"),
            new Money(row.getLong("covers_fen")),
            row.getLocalDate("until")),
        new AccountId(row.getUUID("accepted_by")),
        row.getOffsetDateTime("accepted_at").toInstant());
  }

  static Uni<Void> writeInstalments(SqlClient transaction, List<EscrowView> escrows) {
    List<Of<PriceInstalment>> due =
        escrows.stream()
            .flatMap(
                escrow ->
                    escrow.instalments().stream()
                        .map(instalment -> new Of<>(escrow.terms().contract(), instalment)))
            .toList();
    return PgRows.of(due)
        .texts(it -> it.contract().number())
        .each(Integer[]::new, it -> it.what().number())
        .fen(it -> it.what().principal())
        .fen(it -> it.what().interest())
        .times(it -> it.what().dueAt())
        .write(
            transaction,
            """
            INSERT INTO settlement.instalment (contract, number, principal_fen, interest_fen, due_at)
            SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::timestamptz[])
            """);
  }

  static Uni<Void> writeGuarantees(SqlClient transaction, List<GuaranteeView> accepted) {
    return PgRows.of(accepted)
        .texts(it -> it.guarantee().contract().number())
        .texts(it -> it.guarantee().kind().name())
        .texts(it -> it.guarantee().guarantor())
        .texts(it -> it.guarantee().document())
        .fen(it -> it.guarantee().covers())
        .each(LocalDate[]::new, it -> it.guarantee().until())
        .each(UUID[]::new, it -> it.acceptedBy().id())
        .times(GuaranteeView::acceptedAt)
        .write(
            transaction,
            """
            INSERT INTO settlement.guarantee (contract, kind, guarantor, document, covers_fen, until,
                                              accepted_by, accepted_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[],
                                 $6::date[], $7::uuid[], $8::timestamptz[])
            """);
  }
}
