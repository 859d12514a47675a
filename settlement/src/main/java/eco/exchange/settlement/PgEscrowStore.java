package eco.exchange.settlement;

import static eco.exchange.settlement.PgLedgerStore.list;
import static eco.exchange.settlement.PgLedgerStore.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedContract;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Contracts in effect, reported revenues and distributions in PostgreSQL. */
final class PgEscrowStore {

  private PgEscrowStore() {}

  static Uni<Optional<EscrowView>> escrow(SqlClient client, TradeId trade) {
    return list(
            client,
            """
            SELECT contract, transferor, transferee, price_fen, deposit_fen, term_years, terms_json,
                   terms_hash, price_due_at, opened_at
              FROM settlement.contract WHERE trade = $1
            """,
            Tuple.of(trade.code()),
            PgEscrowStore::escrow)
        .map(found -> found.stream().findFirst());
  }

  static Uni<List<RevenueView>> revenues(SqlClient client, TradeId trade) {
    return list(
        client,
        """
        SELECT contract, year, revenue_fen, evidence, reported_by, reported_at, sub_account
          FROM settlement.revenue_report JOIN settlement.contract USING (contract)
         WHERE trade = $1 ORDER BY contract, year
        """,
        Tuple.of(trade.code()),
        PgEscrowStore::revenue);
  }

  static Uni<List<DistributionView>> distributions(SqlClient client, TradeId trade) {
    return list(
            client,
            """
            SELECT number, contract, income, year, whole_fen, distribution.terms_hash,
                   distributed_at, payee, name, principle, amount_fen, carried_in::text AS carried_in,
                   carry::text AS carry
              FROM settlement.distribution
              JOIN settlement.contract USING (contract)
              JOIN settlement.distribution_part USING (distribution)
             WHERE trade = $1 ORDER BY number, place
            """,
            Tuple.of(trade.code()),
            row -> new PartOf(row.getLong("number"), distribution(row)))
        .map(PgEscrowStore::joined);
  }

  static Uni<Void> writeEscrows(SqlClient transaction, List<EscrowView> escrows) {
    return PgSettlementStore.batch(
        transaction,
        """
        INSERT INTO settlement.contract (contract, trade, transferor, transferee, price_fen,
                                         deposit_fen, term_years, terms_json, terms_hash,
                                         price_due_at, opened_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        escrows,
        escrow ->
            Tuple.from(
                Arrays.asList(
                    escrow.terms().contract().number(),
                    escrow.terms().contract().trade().code(),
                    escrow.terms().transferor().id(),
                    escrow.terms().transferee().id(),
                    escrow.terms().price().fen(),
                    escrow.terms().deposit().fen(),
                    escrow.terms().termYears(),
                    escrow.terms().termsJson(),
                    escrow.terms().termsHash(),
                    utc(escrow.priceDueAt()),
                    utc(escrow.openedAt()))));
  }

  static Uni<Void> writeRevenues(SqlClient transaction, List<RevenueView> revenues) {
    return PgSettlementStore.batch(
        transaction,
        """
        INSERT INTO settlement.revenue_report (contract, year, revenue_fen, evidence, reported_by,
                                               reported_at, sub_account)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        revenues,
        revenue ->
            Tuple.from(
                Arrays.asList(
                    revenue.contract().number(),
                    revenue.year(),
                    revenue.revenue().fen(),
                    revenue.evidence(),
                    revenue.reportedBy().id(),
                    utc(revenue.reportedAt()),
                    revenue.subAccount().orElse(null))));
  }

  static Uni<Void> writeDistributions(SqlClient transaction, List<DistributionView> shared) {
    return PgSettlementStore.batch(
            transaction,
            """
            INSERT INTO settlement.distribution (distribution, contract, income, year, whole_fen,
                                                 terms_hash, distributed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            shared,
            distribution ->
                Tuple.from(
                    Arrays.asList(
                        distribution.key(),
                        distribution.contract().number(),
                        distribution.income().name(),
                        distribution.year(),
                        distribution.whole().fen(),
                        distribution.termsHash(),
                        utc(distribution.at()))))
        .chain(() -> writeParts(transaction, shared));
  }

  private static Uni<Void> writeParts(SqlClient transaction, List<DistributionView> shared) {
    List<Tuple> rows =
        shared.stream()
            .flatMap(
                distribution ->
                    IntStream.range(0, distribution.parts().size())
                        .mapToObj(place -> part(distribution, place)))
            .toList();
    return PgSettlementStore.batch(
        transaction,
        """
        INSERT INTO settlement.distribution_part (distribution, place, payee, name, principle,
                                                  amount_fen, carried_in, carry)
        VALUES ($1, $2, $3, $4, $5, $6, $7::text::numeric, $8::text::numeric)
        """,
        rows,
        row -> row);
  }

  private static Tuple part(DistributionView distribution, int place) {
    DistributionView.Part part = distribution.parts().get(place);
    return Tuple.from(
        Arrays.asList(
            distribution.key(),
            place,
            part.payee(),
            part.name(),
            part.principle().name(),
            part.amount().fen(),
            part.carriedIn().toPlainString(),
            part.carry().toPlainString()));
  }

  private static EscrowView escrow(Row row) {
    SealedContract sealed =
        new SealedContract(
            ContractId.parse(row.getString("contract")),
            new PartyId(row.getUUID("transferor")),
            new PartyId(row.getUUID("transferee")),
            new Money(row.getLong("price_fen")),
            new Money(row.getLong("deposit_fen")),
            row.getInteger("term_years"),
            row.getString("terms_json"),
            row.getString("terms_hash"));
    return new EscrowView(
        sealed,
        row.getOffsetDateTime("price_due_at").toInstant(),
        row.getOffsetDateTime("opened_at").toInstant());
  }

  private static RevenueView revenue(Row row) {
    return new RevenueView(
        ContractId.parse(row.getString("contract")),
        row.getInteger("year"),
        new Money(row.getLong("revenue_fen")),
        row.getString("evidence"),
        new AccountId(row.getUUID("reported_by")),
        row.getOffsetDateTime("reported_at").toInstant(),
        Optional.ofNullable(row.getString("sub_account")));
  }

  /** A distribution with one of its parts, as one row tells it. */
  private record PartOf(long number, DistributionView distribution) {}

  private static DistributionView distribution(Row row) {
    DistributionView.Part part =
        new DistributionView.Part(
            row.getString("payee"),
            row.getString("name"),
            Principle.valueOf(row.getString("principle")),
            new Money(row.getLong("amount_fen")),
            new BigDecimal(row.getString("carried_in")),
            new BigDecimal(row.getString("carry")));
    return new DistributionView(
        ContractId.parse(row.getString("contract")),
        Income.valueOf(row.getString("income")),
        row.getInteger("year"),
        new Money(row.getLong("whole_fen")),
        row.getString("terms_hash"),
        List.of(part),
        row.getOffsetDateTime("distributed_at").toInstant());
  }

  private static List<DistributionView> joined(List<PartOf> rows) {
    Map<Long, DistributionView> byNumber = new LinkedHashMap<>();
    for (PartOf row : rows) {
      byNumber.merge(row.number(), row.distribution(), DistributionView::and);
    }
    return List.copyOf(byNumber.values());
  }
}
