package eco.exchange.settlement.year;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whole years in PostgreSQL. */
@ApplicationScoped
class PgYearStore {

  private final Pool pool;

  PgYearStore(Pool pool) {
    this.pool = pool;
  }

  /** Contracts, by number from after one on, whose revenue of a year is in and not yet shared. */
  Uni<List<ContractId>> due(int year, String after, int limit) {
    return list(
        pool,
        """
        SELECT report.contract
          FROM settlement.revenue_report report
          LEFT JOIN settlement.sub_account ON sub_account.number = report.sub_account
         WHERE report.year = $1 AND report.supplement = 0 AND report.contract > $2
           AND coalesce(sub_account.state, 'RECEIVED') = 'RECEIVED'
           AND NOT EXISTS (SELECT FROM settlement.distribution
                            WHERE distribution = report.contract || '/REVENUE/' || report.year)
         ORDER BY report.contract LIMIT $3
        """,
        Tuple.of(year, after, limit),
        row -> ContractId.parse(row.getString("contract")));
  }

  /**
   * A contract whose term has days of a year, but of which nothing was shared, if there is one; of
   * those whose price is paid, for the others earn nothing yet.
   */
  Uni<Optional<ContractId>> awaited(int year) {
    return list(
            pool,
            """
            SELECT contract
              FROM settlement.contract
             CROSS JOIN LATERAL (SELECT (opened_at AT TIME ZONE 'Asia/Shanghai')::date AS first_day) began
             WHERE term_years > 0
               AND $1 BETWEEN extract(year FROM first_day)
                          AND extract(year FROM first_day + make_interval(years => term_years)
                                                - interval '1 day')
               AND EXISTS (SELECT FROM settlement.distribution
                            WHERE distribution IN (contract || '/PRICE/PRICE',
                                                   contract || '/INSTALMENT/INSTALMENT-1'))
               AND NOT EXISTS (SELECT FROM settlement.distribution
                                WHERE distribution = contract || '/REVENUE/' || $1)
             ORDER BY contract LIMIT 1
            """,
            Tuple.of(year),
            row -> ContractId.parse(row.getString("contract")))
        .map(found -> found.stream().findFirst());
  }

  /** Closes a year; if it is closed already, tells by whom and when. */
  Uni<ClosedYearView> close(int year, AccountId by, Instant at) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.closed_year (year, closed_by, closed_at) VALUES ($1, $2, $3)
            ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(year, by.id(), utc(at)))
        .chain(
            () ->
                list(
                    pool,
                    "SELECT year, closed_by, closed_at FROM settlement.closed_year WHERE year = $1",
                    Tuple.of(year),
                    PgYearStore::closed))
        .map(List::getFirst);
  }

  private static ClosedYearView closed(Row row) {
    return new ClosedYearView(
        row.getInteger("year"),
        new AccountId(row.getUUID("closed_by")),
        row.getOffsetDateTime("closed_at").toInstant());
  }
}
