package eco.exchange.settlement;

import static eco.exchange.settlement.PgQueries.list;
import static eco.exchange.settlement.PgQueries.utc;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.reconciliation.DefaultStep;
import eco.exchange.settlement.reconciliation.DefaultView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Revenue that does not come, in PostgreSQL. */
@ApplicationScoped
class PgDefaultStore {

  private final Pool pool;

  PgDefaultStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a step; each is taken once. */
  Uni<Void> keep(DefaultView step) {
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

  Uni<List<DefaultView>> of(ContractId contract) {
    return list(
        pool,
        "SELECT * FROM settlement.revenue_default WHERE contract = $1 ORDER BY noted_at, step",
        Tuple.of(contract.number()),
        PgDefaultStore::step);
  }

  Uni<List<DefaultView>> touching(PartyId collective) {
    return list(
        pool,
        """
        SELECT * FROM settlement.revenue_default
         WHERE contract IN (SELECT contract FROM settlement.beneficiary WHERE party = $1)
         ORDER BY noted_at, step
        """,
        Tuple.of(collective.id()),
        PgDefaultStore::step);
  }

  private static DefaultView step(Row row) {
    return new DefaultView(
        ContractId.parse(row.getString("contract")),
        row.getInteger("year"),
        DefaultStep.valueOf(row.getString("step")),
        row.getString("words"),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
