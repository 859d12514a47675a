package eco.exchange.settlement.review;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Verifications of revenues in PostgreSQL. */
@ApplicationScoped
class PgVerificationStore {

  private final Pool pool;

  PgVerificationStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a step; the one that was taken last is not taken again. */
  Uni<Void> note(ContractId contract, int year, VerificationStep step, AccountId by, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.revenue_verification (contract, year, step, decided_by, decided_at)
            SELECT $1, $2, $3, $4, $5
             WHERE $3 IS DISTINCT FROM (SELECT step FROM settlement.revenue_verification
                                         WHERE (contract, year) = ($1, $2)
                                         ORDER BY number DESC LIMIT 1)
            """)
        .execute(Tuple.of(contract.number(), year, step.name(), by.id(), utc(now)))
        .replaceWithVoid();
  }

  /** Those of some contracts whose verification of a year is begun and not ended. */
  Uni<Set<ContractId>> open(List<ContractId> contracts, int year) {
    return list(
            pool,
            """
            SELECT contract
              FROM (SELECT DISTINCT ON (contract) contract, step
                      FROM settlement.revenue_verification
                     WHERE contract = ANY ($1) AND year = $2
                     ORDER BY contract, number DESC) last
             WHERE step = 'BEGUN'
            """,
            Tuple.of(contracts.stream().map(ContractId::number).toArray(String[]::new), year),
            row -> ContractId.parse(row.getString("contract")))
        .map(Set::copyOf);
  }
}
