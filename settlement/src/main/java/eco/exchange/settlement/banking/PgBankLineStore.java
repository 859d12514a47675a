package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;
import static java.util.Collections.nCopies;

import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.movement.KnownMovement;
import eco.exchange.settlement.movement.LineDispute;
import eco.exchange.settlement.movement.MovementMatch;
import eco.exchange.settlement.movement.MovementMatching;
import eco.exchange.settlement.movement.MovementReport.Source;
import eco.exchange.settlement.movement.PgLineDoubts;
import eco.exchange.settlement.movement.PgLineJudgements;
import eco.exchange.settlement.movement.PgMovementRows;
import eco.exchange.settlement.movement.PgMovements;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.PgBalanceChecks;
import eco.exchange.settlement.reconciliation.PgBankExceptions;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.rows.PgFailures;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** The lines of the bank's messages: which movement each tells, and what became of it. */
@ApplicationScoped
class PgBankLineStore {

  /**
   * A line that has not been followed.
   *
   * @param told what it tells; of a movement, all that is known of it
   * @param movement the number of the movement, if it tells one
   * @param isFuller whether the movement was told before, with less
   * @param inSum the number of a movement that was told in one sum, of which this is a part
   * @param takesBack the numbers of the movements that it takes back
   * @param isAnother whether another movement of the same payment went the same way before
   */
  record Line(
      String message,
      int place,
      BankLine told,
      Instant writtenAt,
      Optional<String> movement,
      boolean isFuller,
      Optional<String> inSum,
      List<String> takesBack,
      boolean isAnother) {

    /** Copies the numbers. */
    Line {
      takesBack = List.copyOf(takesBack);
    }

    Line of(String known) {
      return new Line(
          message,
          place,
          told,
          writtenAt,
          Optional.of(known),
          isFuller,
          inSum,
          takesBack,
          isAnother);
    }
  }

  /** A message whose lines have not been matched. */
  private record Unmatched(String message, Source source) {}

  private static final Logger LOG = Logger.getLogger(PgBankLineStore.class);

  private static final String NEXT =
      """
      SELECT message,
             -- What two persons have let pass of days that were told before is told for them once more.
             CASE WHEN EXISTS (SELECT FROM settlement.bank_statement_link before
                                 JOIN settlement.bank_message earlier USING (message)
                                WHERE before.number < link.number AND link.is_let_pass
                                  AND earlier.closes_on >= message.opens_on
                                  AND earlier.opens_on <= message.closes_on)
                  THEN 'CORRECTION' ELSE kind END AS source
        FROM settlement.bank_message message
        LEFT JOIN settlement.bank_statement_link link USING (message)
       WHERE (kind = 'NOTICE' OR link.behind IS NOT NULL)
         AND NOT EXISTS (SELECT FROM settlement.bank_message_match matched
                          WHERE matched.message = message.message)
       ORDER BY coalesce(link.behind, message.number), link.number LIMIT 1
      """;

  private static final String LINES =
      """
      SELECT line.message, line.place, line.told, message.kind, message.written_at, report.movement,
             report.relation = 'FULLER' AS is_fuller, part.movement AS in_sum, reversal.takes_back,
             EXISTS (SELECT FROM settlement.bank_movement_name named
                       JOIN settlement.bank_movement other USING (movement)
                      WHERE named.kind = 'END_TO_END'
                        AND named.name = line.told #>> '{references,endToEnd}'
                        AND other.is_incoming = own.is_incoming AND other.number < own.number)
               AS is_another
        FROM settlement.bank_line line
        JOIN settlement.bank_message message USING (message)
        LEFT JOIN settlement.bank_statement_link link USING (message)
        LEFT JOIN settlement.bank_report report
               ON (report.message, report.place) = (line.message, line.place)
              AND report.relation IN ('FIRST', 'FULLER')
        LEFT JOIN settlement.bank_report part
               ON (part.message, part.place) = (line.message, line.place) AND part.relation = 'PART'
        LEFT JOIN settlement.bank_movement own ON own.movement = report.movement
        CROSS JOIN LATERAL (SELECT array_agg(takes_back ORDER BY takes_back) AS takes_back
                              FROM settlement.bank_reversal
                             WHERE bank_reversal.movement = report.movement) reversal
      """;

  // A message may tell what takes a movement back before the movement, which is followed first.
  private static final String OPEN =
      LINES
          + """
            CROSS JOIN LATERAL (SELECT max(reported.place) AS place FROM settlement.bank_report reported
                                 WHERE reported.message = line.message
                                   AND reported.movement = ANY (reversal.takes_back)
                                   AND reported.relation IN ('FIRST', 'FULLER')) taken
           WHERE (message.kind = 'FILE_ANSWER' OR report.movement IS NOT NULL)
             AND NOT EXISTS (SELECT FROM settlement.bank_line_outcome outcome
                              WHERE outcome.message = line.message AND outcome.place = line.place)
           ORDER BY coalesce(link.behind, message.number), link.number,
                    greatest(line.place, taken.place), line.place DESC LIMIT $1
          """;

  private static final String DISPUTED =
      LINES
          + """
           WHERE (line.message, line.place)
                 = (substring($1::text FROM '^line/(.*)/[0-9]+$'), substring($1::text FROM '[0-9]+$')::int)
          """;

  private final PgBankStore messages;
  private final Pool pool;
  private final Outbox outbox;

  PgBankLineStore(PgBankStore messages, Pool pool, Outbox outbox) {
    this.messages = messages;
    this.pool = pool;
    this.outbox = outbox;
  }

  /**
   * Finds out which movements the lines of the next message tell; tells whether there was one. Of a
   * statement that waits for another, nobody asks yet.
   */
  Uni<Boolean> matchNext(Instant now) {
    return withNext((transaction, one) -> match(transaction, one, now))
        .onFailure(PgFailures::isLasting)
        .recoverWithUni(failure -> setAside(failure, now));
  }

  // A message that cannot be matched is for persons; those behind it must not wait for that.
  private Uni<Boolean> setAside(Throwable failure, Instant now) {
    LOG.error("the lines of a message are not matched", failure);
    MovementMatch unclear =
        new MovementMatch.Unclear(
            LineDispute.NOT_FOLLOWED.told(
                "it could not be matched: " + failure.getClass().getSimpleName()));
    return withNext(
        (transaction, one) ->
            lines(transaction, one.message())
                .chain(
                    lines -> settle(transaction, one, lines, nCopies(lines.size(), unclear), now)));
  }

  private Uni<Boolean> withNext(BiFunction<SqlClient, Unmatched, Uni<Void>> work) {
    return messages.alone(
        transaction ->
            list(
                    transaction,
                    NEXT,
                    Tuple.tuple(),
                    row ->
                        new Unmatched(
                            row.getString("message"), Source.valueOf(row.getString("source"))))
                .chain(
                    found ->
                        found.isEmpty()
                            ? Uni.createFrom().item(false)
                            : work.apply(transaction, found.getFirst()).replaceWith(true)));
  }

  private Uni<Void> match(SqlClient transaction, Unmatched one, Instant now) {
    return lines(transaction, one.message())
        .chain(
            lines ->
                PgMovements.files(transaction, lines)
                    .chain(
                        files ->
                            PgMovements.known(transaction, one.message(), lines, files)
                                // A long message takes its time, and others use this thread, too.
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(
                                    known ->
                                        MovementMatching.of(
                                            one.message(), one.source(), lines, files, known))
                                .chain(
                                    matches ->
                                        PgMovementRows.write(
                                                transaction, one.message(), matches, files)
                                            .chain(
                                                () ->
                                                    settle(
                                                        transaction, one, lines, matches, now)))));
  }

  private static Uni<List<AccountLine>> lines(SqlClient transaction, String message) {
    return list(
        transaction,
        "SELECT told FROM settlement.bank_line WHERE message = $1 ORDER BY place",
        Tuple.of(message),
        row -> (AccountLine) PgBankMessageViews.told(row));
  }

  /** Notes the lines from which nothing follows, and those that a person must see to. */
  private Uni<Void> settle(
      SqlClient transaction,
      Unmatched one,
      List<AccountLine> lines,
      List<MovementMatch> matches,
      Instant now) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int place = 0; place < matches.size(); place++) {
      int at = place;
      outcome(matches.get(place))
          .map(dispute -> new Outcome(one.message(), at, lines.get(at).subject(), dispute))
          .ifPresent(outcomes::add);
    }
    return note(transaction, outcomes, now)
        .chain(() -> PgLineDoubts.look(transaction))
        .chain(
            () ->
                transaction
                    .preparedQuery("INSERT INTO settlement.bank_message_match VALUES ($1, $2)")
                    .execute(Tuple.of(one.message(), utc(now)))
                    .replaceWithVoid());
  }

  /** What becomes of a line at once: nothing, or a dispute; empty if it is to be followed. */
  private static Optional<Optional<String>> outcome(MovementMatch match) {
    return switch (match) {
      case MovementMatch.First first -> Optional.empty();
      case MovementMatch.Again again when again.isFuller() -> Optional.empty();
      case MovementMatch.Again again -> Optional.of(Optional.empty());
      case MovementMatch.Sum sum -> Optional.of(Optional.empty());
      case MovementMatch.Nothing nothing -> Optional.of(Optional.empty());
      case MovementMatch.Unclear unclear -> Optional.of(Optional.of(unclear.why()));
    };
  }

  /** What became of a line. */
  private record Outcome(String message, int place, String subject, Optional<String> dispute) {

    String key() {
      return PgBankLineStore.key(message, place);
    }
  }

  private static String key(String message, int place) {
    return "line/%s/%d".formatted(message, place);
  }

  /** The lines that are to be followed, oldest first. */
  Uni<List<Line>> open(int limit) {
    return list(pool, OPEN, Tuple.of(limit), PgBankLineStore::line);
  }

  private static Line line(Row row) {
    return new Line(
        row.getString("message"),
        row.getInteger("place"),
        PgBankMessageViews.told(row),
        row.getOffsetDateTime("written_at").toInstant(),
        Optional.ofNullable(row.getString("movement")),
        Boolean.TRUE.equals(row.getBoolean("is_fuller")),
        Optional.ofNullable(row.getString("in_sum")),
        Optional.ofNullable(row.getArrayOfStrings("takes_back")).map(List::of).orElseGet(List::of),
        row.getBoolean("is_another"));
  }

  /** A line that is disputed, by the key of its exception; if it tells of money. */
  Uni<Optional<Line>> disputed(String exception) {
    return PgLineJudgements.movement(pool, exception)
        .chain(
            movement ->
                list(pool, DISPUTED, Tuple.of(exception), row -> movement.map(line(row)::of)))
        .map(found -> found.stream().flatMap(Optional::stream).findFirst());
  }

  /** Notes that a line was followed, or why it is disputed. */
  Uni<Void> note(Line line, Optional<String> dispute, Instant now) {
    Outcome outcome = new Outcome(line.message(), line.place(), line.told().subject(), dispute);
    return pool.withTransaction(
        transaction ->
            note(transaction, List.of(outcome), now)
                .chain(
                    () ->
                        dispute.isPresent()
                            ? PgLineDoubts.look(transaction, outcome.key())
                            : Uni.createFrom().voidItem())
                .chain(
                    () ->
                        line.isFuller() && dispute.isEmpty()
                            ? undispute(transaction, line.movement().orElseThrow(), now)
                            : Uni.createFrom().voidItem()));
  }

  private Uni<Void> note(SqlClient transaction, List<Outcome> outcomes, Instant now) {
    return PgRows.of(outcomes)
        .texts(Outcome::message)
        .each(Integer[]::new, Outcome::place)
        .texts(outcome -> outcome.dispute().orElse(null))
        .times(outcome -> now)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_line_outcome (message, place, dispute, noted_at)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[])
            ON CONFLICT DO NOTHING
            """)
        .chain(
            () ->
                PgBankExceptions.raise(
                    transaction,
                    outbox,
                    outcomes.stream().flatMap(outcome -> raised(outcome).stream()).toList(),
                    now));
  }

  private static Optional<Raised> raised(Outcome outcome) {
    return outcome
        .dispute()
        .map(
            why ->
                new Raised(
                    outcome.key(), BankException.Kind.LINE_DISPUTED, outcome.subject(), why));
  }

  // What was disputed because too little was told is clear, now that more is.
  private Uni<Void> undispute(SqlClient transaction, String movement, Instant now) {
    return list(
            transaction,
            """
            SELECT message, place FROM settlement.bank_report
              JOIN settlement.bank_line_outcome outcome USING (message, place)
             WHERE movement = $1 AND outcome.dispute IS NOT NULL
            """,
            Tuple.of(movement),
            row -> key(row.getString("message"), row.getInteger("place")))
        .chain(
            exceptions ->
                PgBankExceptions.endEach(
                    transaction, outbox, exceptions, "more was told later", now));
  }

  /** Everything that is known of a movement. */
  Uni<Optional<KnownMovement>> movement(String key) {
    return PgMovements.movement(pool, key);
  }

  /**
   * Holds the balances of statements whose lines are followed against the ledger, and ends what was
   * taken back and has come in anew.
   */
  Uni<Void> check(Instant now) {
    return messages.alone(
        transaction ->
            PgBalanceChecks.check(transaction, outbox, now)
                .chain(() -> PgBankExceptions.endPaidAnew(transaction, outbox, now)));
  }

  /**
   * Holds the balance of the last statement against the ledger once more, since a line is settled
   * or something was struck.
   */
  Uni<Void> checkAgain(boolean isMended, Instant now) {
    return messages.alone(
        transaction -> PgBalanceChecks.checkAgain(transaction, outbox, isMended, now));
  }
}
