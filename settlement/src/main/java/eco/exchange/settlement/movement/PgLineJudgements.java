package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.MovementReport.Source;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What two persons have said of disputed lines, in PostgreSQL. */
public final class PgLineJudgements {

  private PgLineJudgements() {}

  /**
   * The movement by which a disputed line would take back a receipt; nothing if it takes nothing
   * back, or not as much.
   *
   * @param exception the key of its exception
   */
  public static Uni<Optional<String>> takingBack(
      SqlClient client, String exception, String receipt) {
    return disputed(client, exception)
        .chain(
            line ->
                PgMovements.movement(client, receipt)
                    .map(
                        known ->
                            line.filter(it -> known.filter(it::mayTakeBack).isPresent())
                                .map(Judged::key)));
  }

  /** Notes that a disputed line has taken back a receipt. */
  public static Uni<Void> judge(
      SqlClient transaction,
      String exception,
      String receipt,
      AccountId proposer,
      AccountId confirmer,
      Instant now) {
    return disputed(transaction, exception)
        .map(Optional::orElseThrow)
        .chain(
            line ->
                write(transaction, line, receipt, proposer, confirmer, now)
                    .chain(
                        () ->
                            PgMovements.writeReversal(
                                transaction,
                                line.movement(),
                                line.message(),
                                line.place(),
                                receipt)));
  }

  private static Uni<Void> write(
      SqlClient transaction,
      Judged line,
      String receipt,
      AccountId proposer,
      AccountId confirmer,
      Instant now) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.bank_line_judgement (message, place, takes_back, proposed_by,
                                                        confirmed_by, judged_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                line.message(), line.place(), receipt, proposer.id(), confirmer.id(), utc(now)))
        .replaceWithVoid();
  }

  private static Uni<Optional<Judged>> disputed(SqlClient client, String exception) {
    return list(
            client,
            """
            SELECT message, place, kind, told FROM settlement.bank_line
              JOIN settlement.bank_message USING (message)
             WHERE kind <> 'FILE_ANSWER' AND 'line/' || message || '/' || place = $1
            """,
            Tuple.of(exception),
            row ->
                new Judged(
                    row.getString("message"),
                    row.getInteger("place"),
                    Source.valueOf(row.getString("kind")),
                    PgMovements.told(row)))
        .map(found -> found.stream().findFirst());
  }

  /** A disputed line of which two persons say what it is. */
  private record Judged(String message, int place, Source source, BankLine told) {

    boolean mayTakeBack(KnownMovement known) {
      return told instanceof BankEntry.Reversal taken && known.mayBeTakenBackBy(taken, key());
    }

    KnownMovement movement() {
      MovementReport report = new MovementReport(message, source, (BankEntry) told);
      return new KnownMovement(key(), List.of(report), Optional.empty());
    }

    String key() {
      return "judged/%s/%d".formatted(message, place);
    }
  }
}
