package eco.exchange.settlement.year;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The runs in which whole years are shared, in PostgreSQL. */
@ApplicationScoped
class PgYearRunStore {

  /** Runs are proposed one at a time, so that no year has two that are open. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext('settlement.year_run'))";

  private static final String SHARED =
      "(SELECT count(*) FROM settlement.distribution WHERE income = 'REVENUE' AND occasion = %s::text)";

  private static final String RUNS =
      """
      SELECT year_run.run, year_run.year, year_run.proposed_by, proposed_at, approved_by, approved_at,
             ended_at,
             CASE WHEN approved_at IS NULL THEN 0
                  ELSE coalesce(ended.shared, %s - shared_before) END AS shared,
             (SELECT count(*) FROM settlement.year_run_left_out apart
               WHERE apart.run = year_run.run) AS left_out
        FROM settlement.year_run
        LEFT JOIN settlement.year_run_approval approval USING (run)
        LEFT JOIN settlement.year_run_end ended USING (run)
      """
          .formatted(SHARED.formatted("year_run.year"));

  private final Pool pool;

  PgYearRunStore(Pool pool) {
    this.pool = pool;
  }

  /** The run of a year that is proposed or under way. */
  Uni<Optional<YearRunView>> open(int year) {
    return runs(" WHERE year_run.year = $1 AND ended_at IS NULL ORDER BY run LIMIT 1", year)
        .map(found -> found.stream().findFirst());
  }

  Uni<Optional<YearRunView>> run(long run) {
    return runs(" WHERE year_run.run = $1", run).map(found -> found.stream().findFirst());
  }

  Uni<List<YearRunView>> runs(int year) {
    return runs(" WHERE year_run.year = $1 ORDER BY run DESC", year);
  }

  /** The runs that are approved and not carried out, oldest first. */
  Uni<List<YearRunView>> underWay() {
    return list(
        pool,
        RUNS + " WHERE approved_at IS NOT NULL AND ended_at IS NULL ORDER BY run",
        Tuple.tuple(),
        PgYearRunStore::view);
  }

  /** Proposes a run, unless another of its year is proposed or under way; then it is that one. */
  Uni<YearRunView> propose(int year, AccountId by, Instant now) {
    return pool.withTransaction(
            transaction ->
                transaction
                    .query(LOCK)
                    .execute()
                    .chain(
                        () ->
                            transaction
                                .preparedQuery(
                                    """
                                    INSERT INTO settlement.year_run (year, proposed_by, proposed_at)
                                    SELECT $1, $2, $3
                                     WHERE NOT EXISTS (SELECT FROM settlement.year_run
                                                         LEFT JOIN settlement.year_run_end USING (run)
                                                        WHERE year = $1 AND ended_at IS NULL)
                                    RETURNING run
                                    """)
                                .execute(Tuple.of(year, by.id(), utc(now)))))
        .chain(
            rows -> rows.rowCount() == 0 ? open(year) : run(rows.iterator().next().getLong("run")))
        .map(Optional::orElseThrow);
  }

  Uni<Void> approve(YearRunView run, AccountId by, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.year_run_approval (run, proposed_by, approved_by, approved_at,
                                                      shared_before)
            SELECT run, proposed_by, $2, $3, %s FROM settlement.year_run WHERE run = $1
            ON CONFLICT DO NOTHING
            """
                .formatted(SHARED.formatted("year_run.year")))
        .execute(Tuple.of(run.run(), by.id(), utc(now)))
        .replaceWithVoid();
  }

  /** Ends a run; that it is rejected is told by there being no approval. */
  Uni<Void> end(long run, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.year_run_end (run, shared, ended_at)
            SELECT run, shared, $2 FROM (%s) told WHERE run = $1 ON CONFLICT DO NOTHING
            """
                .formatted(RUNS))
        .execute(Tuple.of(run, utc(now)))
        .replaceWithVoid();
  }

  Uni<Void> leaveOut(long run, List<ContractId> contracts, String reason) {
    return PgRows.of(contracts)
        .each(Long[]::new, contract -> run)
        .texts(ContractId::number)
        .texts(contract -> reason)
        .write(
            pool,
            """
            INSERT INTO settlement.year_run_left_out (run, contract, reason)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING
            """);
  }

  Uni<Page<LeftOutView>> leftOut(long run, Optional<String> after, int limit) {
    return list(
            pool,
            """
            SELECT contract, reason FROM settlement.year_run_left_out
             WHERE run = $1 AND contract > $2 ORDER BY contract LIMIT $3
            """,
            Tuple.of(run, after.orElse(""), limit),
            row ->
                new LeftOutView(
                    ContractId.parse(row.getString("contract")), row.getString("reason")))
        .map(
            rows ->
                new Page<>(
                    rows,
                    rows.size() < limit
                        ? Optional.empty()
                        : Optional.of(rows.getLast().contract().number())));
  }

  private Uni<List<YearRunView>> runs(String which, Object key) {
    return list(pool, RUNS + which, Tuple.of(key), PgYearRunStore::view);
  }

  private static YearRunView view(Row row) {
    return new YearRunView(
        row.getLong("run"),
        row.getInteger("year"),
        new AccountId(row.getUUID("proposed_by")),
        row.getOffsetDateTime("proposed_at").toInstant(),
        Optional.ofNullable(row.getUUID("approved_by"))
            .map(AccountId::new)
            .map(
                by ->
                    new YearRunView.Approval(by, row.getOffsetDateTime("approved_at").toInstant())),
        row.getLong("shared"),
        row.getLong("left_out"),
        Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(at -> at.toInstant()));
  }
}
