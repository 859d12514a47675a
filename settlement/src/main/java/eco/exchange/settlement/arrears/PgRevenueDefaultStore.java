package eco.exchange.settlement.arrears;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Revenue that does not come, in PostgreSQL. */
@ApplicationScoped
class PgRevenueDefaultStore {

  private final Pool pool;

  PgRevenueDefaultStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a step; each is taken once. */
  Uni<Void> keep(RevenueDefaultView step) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.revenue_default (contract, year, step, words, noted_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                step.contract().number(),
                step.year(),
                step.step().name(),
                step.words(),
                utc(step.at())))
        .replaceWithVoid();
  }

  Uni<List<RevenueDefaultView>> of(ContractId contract) {
    return list(
        pool,
        "SELECT * FROM settlement.revenue_default WHERE contract = $1 ORDER BY noted_at, step",
        Tuple.of(contract.number()),
        PgRevenueDefaultStore::step);
  }

  Uni<List<RevenueDefaultView>> touching(PartyId collective) {
    return list(
        pool,
        """
        SELECT * FROM settlement.revenue_default
         WHERE contract IN (SELECT contract FROM settlement.beneficiary WHERE party = $1)
         ORDER BY noted_at, step
        """,
        Tuple.of(collective.id()),
        PgRevenueDefaultStore::step);
  }

  private static RevenueDefaultView step(Row row) {
    return new RevenueDefaultView(
        ContractId.parse(row.getString("contract")),
        row.getInteger("year"),
        RevenueDefaultStep.valueOf(row.getString("step")),
        row.getString("words"),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
