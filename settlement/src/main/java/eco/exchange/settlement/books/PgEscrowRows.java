package eco.exchange.settlement.books;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.rows.PgRows;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contracts in effect and reported revenues in PostgreSQL. */
final class PgEscrowRows {

  private PgEscrowRows() {}

  static Uni<List<EscrowView>> escrows(SqlClient client, String[] trades) {
    return Uni.combine()
        .all()
        .unis(
            opened(client, trades),
            PgOccasionFactRows.facts(client, trades),
            PgAmendmentRows.amendments(client, trades))
        .with(
            (opened, facts, amendments) ->
                opened.stream().map(escrow -> escrow.knowing(facts).amended(amendments)).toList())
        .chain(escrows -> PgInstalmentRows.completed(client, escrows));
  }

  private static Uni<List<EscrowView>> opened(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT contract, transferor, transferee, price_fen, deposit_fen, term_years, terms_json,
               terms_hash, price_due_at, opened_at, plan_json
          FROM settlement.contract WHERE trade = ANY ($1)
        """,
        Tuple.of(trades),
        PgEscrowRows::escrow);
  }

  static Uni<List<RevenueView>> revenues(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT contract, year, supplement, edition, revenue_fen, evidence, reported_by, reported_at,
               sub_account
          FROM settlement.revenue_report JOIN settlement.contract USING (contract)
         WHERE trade = ANY ($1) ORDER BY contract, year, supplement, edition
        """,
        Tuple.of(trades),
        PgEscrowRows::revenue);
  }

  static Uni<Void> writeEscrows(SqlClient transaction, List<EscrowView> escrows) {
    return PgRows.of(escrows)
        .texts(escrow -> escrow.terms().contract().number())
        .texts(escrow -> escrow.terms().contract().trade().code())
        .each(UUID[]::new, escrow -> escrow.terms().transferor().id())
        .each(UUID[]::new, escrow -> escrow.terms().transferee().id())
        .fen(escrow -> escrow.terms().price())
        .fen(escrow -> escrow.terms().deposit())
        .each(Integer[]::new, escrow -> escrow.terms().termYears())
        .texts(escrow -> escrow.terms().termsJson())
        .texts(escrow -> escrow.terms().termsHash())
        .times(EscrowView::priceDueAt)
        .times(EscrowView::openedAt)
        .texts(escrow -> escrow.terms().plan().map(PgInstalmentRows::written).orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.contract (contract, trade, transferor, transferee, price_fen,
                                             deposit_fen, term_years, terms_json, terms_hash,
                                             price_due_at, opened_at, plan_json)
            SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[],
                                 $6::bigint[], $7::int[], $8::text[], $9::text[], $10::timestamptz[],
                                 $11::timestamptz[], $12::text[])
            """)
        .chain(() -> PgInstalmentRows.writeInstalments(transaction, escrows));
  }

  static Uni<Void> writeRevenues(SqlClient transaction, List<RevenueView> revenues) {
    return PgRows.of(revenues)
        .texts(revenue -> revenue.contract().number())
        .each(Integer[]::new, RevenueView::year)
        .each(Integer[]::new, RevenueView::supplement)
        .each(Integer[]::new, RevenueView::edition)
        .fen(RevenueView::revenue)
        .texts(RevenueView::evidence)
        .each(UUID[]::new, revenue -> revenue.reportedBy().id())
        .times(RevenueView::reportedAt)
        .texts(revenue -> revenue.subAccount().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.revenue_report (contract, year, supplement, edition, revenue_fen,
                                                   evidence, reported_by, reported_at, sub_account)
            SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[], $6::text[],
                                 $7::uuid[], $8::timestamptz[], $9::text[])
            """);
  }

  private static EscrowView escrow(Row row) {
    SealedContract sealed =
        new SealedContract(
            ContractId.parse(row.getString("contract")),
            new PartyId(row.getUUID("transferor")),
            new PartyId(row.getUUID("transferee")),
            new Money(row.getLong("price_fen")),
            new Money(row.getLong("deposit_fen")),
            Optional.ofNullable(row.getString("plan_json")).map(PgInstalmentRows::read),
            row.getInteger("term_years"),
            row.getString("terms_json"),
            row.getString("terms_hash"));
    return new EscrowView(
        sealed,
        row.getOffsetDateTime("price_due_at").toInstant(),
        row.getOffsetDateTime("opened_at").toInstant(),
        List.of());
  }

  private static RevenueView revenue(Row row) {
    return new RevenueView(
        ContractId.parse(row.getString("contract")),
        row.getInteger("year"),
        row.getInteger("supplement"),
        row.getInteger("edition"),
        new Money(row.getLong("revenue_fen")),
        row.getString("evidence"),
        new AccountId(row.getUUID("reported_by")),
        row.getOffsetDateTime("reported_at").toInstant(),
        Optional.ofNullable(row.getString("sub_account")));
  }
}
