package eco.exchange.settlement;

import static eco.exchange.settlement.PgLedgerStore.list;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.money.Rational;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Contracts in effect, reported revenues and distributions in PostgreSQL. */
final class PgEscrowStore {

  private PgEscrowStore() {}

  static Uni<List<EscrowView>> escrows(SqlClient client, String[] trades) {
    return Uni.combine()
        .all()
        .unis(
            opened(client, trades),
            PgFactsStore.facts(client, trades),
            PgAmendmentStore.amendments(client, trades))
        .with(
            (opened, facts, amendments) ->
                opened.stream().map(escrow -> escrow.knowing(facts).amended(amendments)).toList())
        .chain(escrows -> PgInstalmentStore.completed(client, escrows));
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
        PgEscrowStore::escrow);
  }

  static Uni<List<RevenueView>> revenues(SqlClient client, String[] trades) {
    return list(
        client,
        """
        SELECT contract, year, revenue_fen, evidence, reported_by, reported_at, sub_account
          FROM settlement.revenue_report JOIN settlement.contract USING (contract)
         WHERE trade = ANY ($1) ORDER BY contract, year
        """,
        Tuple.of(trades),
        PgEscrowStore::revenue);
  }

  static Uni<List<DistributionView>> distributions(SqlClient client, String[] trades) {
    return list(
            client,
            """
            SELECT number, contract, income, year, whole_fen, distribution.terms_hash,
                   erosion, distributed_at, payee, name, principle, amount_fen, carried_in, carry,
                   recouped_in, recouped, pledge_due_fen
              FROM settlement.distribution
              JOIN settlement.contract USING (contract)
              JOIN settlement.distribution_part USING (distribution)
             WHERE trade = ANY ($1) ORDER BY number, place
            """,
            Tuple.of(trades),
            row -> new PartOf(row.getLong("number"), distribution(row)))
        .map(PgEscrowStore::joined);
  }

  static Uni<Void> writeEscrows(SqlClient transaction, List<EscrowView> escrows) {
    return PgRowsStore.of(escrows)
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
        .texts(escrow -> escrow.terms().plan().map(PgInstalmentStore::written).orElse(null))
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
        .chain(() -> PgInstalmentStore.writeInstalments(transaction, escrows));
  }

  static Uni<Void> writeRevenues(SqlClient transaction, List<RevenueView> revenues) {
    return PgRowsStore.of(revenues)
        .texts(revenue -> revenue.contract().number())
        .each(Integer[]::new, RevenueView::year)
        .fen(RevenueView::revenue)
        .texts(RevenueView::evidence)
        .each(UUID[]::new, revenue -> revenue.reportedBy().id())
        .times(RevenueView::reportedAt)
        .texts(revenue -> revenue.subAccount().orElse(null))
        .write(
            transaction,
            """
            INSERT INTO settlement.revenue_report (contract, year, revenue_fen, evidence, reported_by,
                                                   reported_at, sub_account)
            SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::uuid[],
                                 $6::timestamptz[], $7::text[])
            """);
  }

  static Uni<Void> writeDistributions(SqlClient transaction, List<DistributionView> shared) {
    return PgRowsStore.of(shared)
        .texts(DistributionView::key)
        .texts(distribution -> distribution.contract().number())
        .texts(distribution -> distribution.income().name())
        .each(Integer[]::new, DistributionView::year)
        .fen(DistributionView::whole)
        .texts(DistributionView::termsHash)
        .each(Integer[]::new, distribution -> distribution.erosion().orElse(null))
        .times(DistributionView::at)
        .write(
            transaction,
            """
            INSERT INTO settlement.distribution (distribution, contract, income, year, whole_fen,
                                                 terms_hash, erosion, distributed_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::text[],
                                 $7::int[], $8::timestamptz[])
            """)
        .chain(() -> writeParts(transaction, shared));
  }

  private static Uni<Void> writeParts(SqlClient transaction, List<DistributionView> shared) {
    return PgRowsStore.of(shared.stream().flatMap(PgEscrowStore::parts).toList())
        .texts(placed -> placed.distribution())
        .each(Integer[]::new, PlacedPart::place)
        .texts(placed -> placed.part().payee())
        .texts(placed -> placed.part().name())
        .texts(placed -> placed.part().principle().name())
        .fen(placed -> placed.part().amount())
        .texts(placed -> placed.part().carriedIn().toString())
        .texts(placed -> placed.part().carry().toString())
        .texts(placed -> placed.part().recoupedIn().toString())
        .texts(placed -> placed.part().recouped().toString())
        .fen(placed -> placed.part().pledgeDue())
        .write(
            transaction,
            """
            INSERT INTO settlement.distribution_part (distribution, place, payee, name, principle,
                                                      amount_fen, carried_in, carry, recouped_in,
                                                      recouped, pledge_due_fen)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[],
                                 $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[],
                                 $11::bigint[])
            """);
  }

  private record PlacedPart(String distribution, int place, DistributionView.Part part) {}

  private static Stream<PlacedPart> parts(DistributionView shared) {
    return IntStream.range(0, shared.parts().size())
        .mapToObj(place -> new PlacedPart(shared.key(), place, shared.parts().get(place)));
  }

  private static EscrowView escrow(Row row) {
    SealedContract sealed =
        new SealedContract(
            ContractId.parse(row.getString("contract")),
            new PartyId(row.getUUID("transferor")),
            new PartyId(row.getUUID("transferee")),
            new Money(row.getLong("price_fen")),
            new Money(row.getLong("deposit_fen")),
            Optional.ofNullable(row.getString("plan_json")).map(PgInstalmentStore::read),
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
            Rational.parse(row.getString("carried_in")),
            Rational.parse(row.getString("carry")),
            Rational.parse(row.getString("recouped_in")),
            Rational.parse(row.getString("recouped")),
            new Money(row.getLong("pledge_due_fen")));
    return new DistributionView(
        ContractId.parse(row.getString("contract")),
        Income.valueOf(row.getString("income")),
        row.getInteger("year"),
        new Money(row.getLong("whole_fen")),
        row.getString("terms_hash"),
        Optional.ofNullable(row.getInteger("erosion")),
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
