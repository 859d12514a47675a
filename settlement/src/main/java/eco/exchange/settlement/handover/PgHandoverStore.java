package eco.exchange.settlement.handover;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Handing over and registration in PostgreSQL. */
@ApplicationScoped
class PgHandoverStore {

  private final Pool pool;

  PgHandoverStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<HandoverView>> steps(ContractId contract) {
    return list(
        pool,
        """
        SELECT contract, step, happened_on, document, noted_by, noted_at
          FROM settlement.handover WHERE contract = $1 ORDER BY noted_at
        """,
        Tuple.of(contract.number()),
        PgHandoverStore::view);
  }

  /** Writes a step that was not taken before. */
  Uni<Void> write(HandoverView step) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.handover (contract, step, happened_on, document, noted_by, noted_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                step.contract().number(),
                step.step().name(),
                step.on(),
                step.document(),
                step.notedBy().id(),
                utc(step.notedAt())))
        .replaceWithVoid();
  }

  private static HandoverView view(Row row) {
    return new HandoverView(
        ContractId.parse(row.getString("contract")),
        HandoverView.Step.valueOf(row.getString("step")),
        row.getLocalDate("happened_on"),
        row.getString("document"),
        new AccountId(row.getUUID("noted_by")),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
