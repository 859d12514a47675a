package eco.exchange.settlement.arrears;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Instalments that do not come, in PostgreSQL. */
@ApplicationScoped
class PgInstalmentDefaultStore {

  private final Pool pool;

  PgInstalmentDefaultStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a step; each is taken once. */
  Uni<Void> keep(InstalmentDefaultView step) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.instalment_default (contract, number, step, words, noted_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                step.contract().number(),
                step.number(),
                step.step().name(),
                step.words(),
                utc(step.at())))
        .replaceWithVoid();
  }

  Uni<List<InstalmentDefaultView>> of(ContractId contract) {
    return list(
        pool,
        "SELECT * FROM settlement.instalment_default WHERE contract = $1 ORDER BY noted_at, number",
        Tuple.of(contract.number()),
        PgInstalmentDefaultStore::step);
  }

  private static InstalmentDefaultView step(Row row) {
    return new InstalmentDefaultView(
        ContractId.parse(row.getString("contract")),
        row.getInteger("number"),
        InstalmentDefaultStep.valueOf(row.getString("step")),
        row.getString("words"),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
