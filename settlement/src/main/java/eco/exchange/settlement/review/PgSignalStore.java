package eco.exchange.settlement.review;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Independent signs of revenue, and the reports held against them, in PostgreSQL. */
@ApplicationScoped
class PgSignalStore {

  private static final String RECONCILIATIONS =
      """
      SELECT report.contract, report.year, report.edition,
             report.revenue_fen + found.later_fen AS revenue_fen,
             coalesce(sub_account.state, 'RECEIVED') = 'RECEIVED' AS is_received, signal.kind,
             signal.low_fen, signal.high_fen, signal.evidence, signal.noted_by, signal.noted_at
        FROM settlement.revenue_report report
        LEFT JOIN settlement.sub_account ON sub_account.number = report.sub_account
        LEFT JOIN settlement.revenue_signal signal
               ON (signal.contract, signal.year) = (report.contract, report.year)
       CROSS JOIN LATERAL (SELECT coalesce(sum(expected_fen), 0)::bigint AS later_fen
                             FROM settlement.contract
                             JOIN settlement.sub_account later USING (trade)
                            WHERE contract.contract = report.contract AND later.purpose = 'REVENUE'
                              AND later.occasion LIKE report.year || '-S%' AND later.state <> 'CLOSED') found
       WHERE report.year = $2 AND report.supplement = 0 AND ($1::text[] IS NULL OR report.contract = ANY ($1))
         AND NOT EXISTS (SELECT FROM settlement.revenue_report later
                          WHERE (later.contract, later.year, later.supplement)
                                = (report.contract, report.year, report.supplement)
                            AND later.edition > report.edition)
       ORDER BY report.contract, signal.kind
      """;

  private final Pool pool;

  PgSignalStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a sign; if one of its kind is known, tells that. */
  Uni<SignalView> keep(SignalView told) {
    NoteSignal signal = told.signal();
    return pool.preparedQuery(
            """
            INSERT INTO settlement.revenue_signal (contract, year, kind, low_fen, high_fen, evidence,
                                                   noted_by, noted_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.from(
                List.of(
                    signal.contract().number(),
                    signal.year(),
                    signal.kind().name(),
                    signal.low().fen(),
                    signal.high().fen(),
                    signal.evidence(),
                    told.notedBy().id(),
                    utc(told.notedAt()))))
        .chain(() -> kept(signal));
  }

  private Uni<SignalView> kept(NoteSignal signal) {
    return list(
            pool,
            """
            SELECT * FROM settlement.revenue_signal WHERE (contract, year, kind) = ($1, $2, $3)
            """,
            Tuple.of(signal.contract().number(), signal.year(), signal.kind().name()),
            PgSignalStore::signal)
        .map(List::getFirst);
  }

  /** The reports of a year of all contracts, each with its signs. */
  Uni<List<Reconciliation>> reconciliations(int year) {
    return reconciliations((String[]) null, year);
  }

  /** The same of some contracts. */
  Uni<List<Reconciliation>> reconciliations(List<ContractId> contracts, int year) {
    return reconciliations(contracts.stream().map(ContractId::number).toArray(String[]::new), year);
  }

  private Uni<List<Reconciliation>> reconciliations(String @Nullable [] contracts, int year) {
    return list(pool, RECONCILIATIONS, Tuple.of(contracts, year), PgSignalStore::reconciliation)
        .map(PgSignalStore::joined);
  }

  private static List<Reconciliation> joined(List<Reconciliation> rows) {
    Map<ContractId, Reconciliation> joined = new LinkedHashMap<>();
    for (Reconciliation row : rows) {
      joined.merge(row.contract(), row, PgSignalStore::and);
    }
    return List.copyOf(joined.values());
  }

  private static Reconciliation and(Reconciliation one, Reconciliation more) {
    return new Reconciliation(
        one.contract(),
        one.year(),
        one.edition(),
        one.reported(),
        one.isReceived(),
        Stream.concat(one.signals().stream(), more.signals().stream()).toList());
  }

  private static Reconciliation reconciliation(Row row) {
    return new Reconciliation(
        ContractId.parse(row.getString("contract")),
        row.getInteger("year"),
        row.getInteger("edition"),
        new Money(row.getLong("revenue_fen")),
        row.getBoolean("is_received"),
        row.getString("kind") == null ? List.of() : List.of(signal(row)));
  }

  private static SignalView signal(Row row) {
    return new SignalView(
        new NoteSignal(
            ContractId.parse(row.getString("contract")),
            row.getInteger("year"),
            SignalKind.valueOf(row.getString("kind")),
            new Money(row.getLong("low_fen")),
            new Money(row.getLong("high_fen")),
            row.getString("evidence")),
        new AccountId(row.getUUID("noted_by")),
        row.getOffsetDateTime("noted_at").toInstant());
  }
}
