package eco.exchange.settlement.movement;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.market.AccountId;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankEntry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What disputed lines were found to tell after all, in PostgreSQL. */
public final class PgLineJudgements {

  private static final String TOLD_LATER = "what it takes back was told later";

  /** Why the exception of a line ends that another line tells, too. */
  public static final String TOLD_AGAIN = "another line tells the same";

  /** Those that are judged and whose exceptions are still open: what follows was not done yet. */
  private static final String UNDONE =
      """
      SELECT 'line/' || message || '/' || place AS exception, judged.words, judged.proposed_by,
             judged.confirmed_by, reversal.movement, array_agg(reversal.takes_back) AS takes_back
        FROM settlement.bank_line_judgement judged
        JOIN settlement.bank_report report USING (message, place)
        JOIN settlement.bank_reversal reversal USING (movement)
       WHERE report.relation IN ('FIRST', 'FULLER')
         AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                          WHERE ended.exception = 'line/' || message || '/' || place)
       GROUP BY message, place, judged.words, judged.proposed_by, judged.confirmed_by, reversal.movement
      """;

  /** Those that were found to tell more of what is known, and whose exceptions are still open. */
  private static final String FULLER =
      """
      SELECT 'line/' || message || '/' || place AS exception
        FROM settlement.bank_line_judgement judged
        JOIN settlement.bank_report report USING (message, place)
       WHERE report.relation = 'FULLER' AND judged.proposed_by IS NULL
         AND NOT EXISTS (SELECT FROM settlement.bank_reversal reversal
                          WHERE reversal.movement = report.movement)
         AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                          WHERE ended.exception = 'line/' || message || '/' || place)
       ORDER BY judged.judged_at, message, place
      """;

  private static final String NEVER_BOOKED =
      """
      SELECT FROM settlement.bank_movement moved
       WHERE movement = $1 AND is_incoming
         AND NOT EXISTS (SELECT FROM settlement.receipt_reversal ended WHERE ended.reference = moved.movement)
         -- What an open line of a statement may tell, that line says first.
         AND NOT EXISTS (SELECT FROM settlement.bank_line line
                           JOIN settlement.bank_line_outcome outcome USING (message, place)
                           JOIN settlement.bank_statement_link link USING (message)
                          WHERE outcome.dispute IS NOT NULL AND line.effect_fen = moved.amount_fen
                            AND NOT EXISTS (SELECT FROM settlement.bank_report report
                                             WHERE (report.message, report.place)
                                                   = (line.message, line.place))
                            AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                                             WHERE ended.exception
                                                   = 'line/' || line.message || '/' || line.place))
         AND booked_on BETWEEN
             (SELECT min(told.opens_on) FROM settlement.bank_statement_link JOIN settlement.bank_message told
               USING (message))
             AND
             (SELECT max(told.closes_on) FROM settlement.bank_statement_link JOIN settlement.bank_message told
               USING (message))
         AND (NOT EXISTS (SELECT FROM settlement.bank_report report
                            JOIN settlement.bank_message told USING (message)
                           WHERE report.movement = moved.movement AND told.kind = 'STATEMENT')
              OR EXISTS (SELECT FROM settlement.bank_statement_link link
                           JOIN settlement.bank_message told USING (message)
                          WHERE link.is_let_pass
                            AND moved.booked_on BETWEEN told.opens_on AND told.closes_on
                            AND NOT EXISTS (SELECT FROM settlement.bank_report report
                                             WHERE (report.message, report.movement)
                                                   = (link.message, moved.movement))))
      """;

  private PgLineJudgements() {}

  /**
   * The two persons who have said what a line tells.
   *
   * @param confirmer who has confirmed what the other has proposed
   */
  public record Judges(AccountId proposer, AccountId confirmer) {}

  /**
   * A line that takes back what had come in, as was found after it had been disputed.
   *
   * @param exception the key of its exception, which is open
   * @param movement the movement by which it takes back
   * @param takesBack the numbers of what it takes back
   * @param words why
   * @param judges who has said so; none, if the bank has told it since
   */
  public record Judged(
      String exception,
      String movement,
      List<String> takesBack,
      String words,
      Optional<Judges> judges) {

    /** Copies the numbers. */
    public Judged {
      takesBack = List.copyOf(takesBack);
    }

    private static Judged of(Row row) {
      return new Judged(
          row.getString("exception"),
          row.getString("movement"),
          List.of(row.getArrayOfStrings("takes_back")),
          row.getString("words"),
          Optional.ofNullable(row.getUUID("proposed_by"))
              .map(
                  by -> new Judges(new AccountId(by), new AccountId(row.getUUID("confirmed_by")))));
    }
  }

  /** The exceptions of lines that tell more of what is known, which does not stand there yet. */
  public static Uni<List<String>> fuller(SqlClient client) {
    return list(client, FULLER, Tuple.tuple(), row -> row.getString("exception"));
  }

  /** The lines that were found to take something back, and for which that is not done yet. */
  public static Uni<List<Judged>> undone(SqlClient client) {
    return list(client, UNDONE, Tuple.tuple(), Judged::of);
  }

  /**
   * Notes that a disputed line takes back receipts, as two persons say; false if it does not take
   * back as much, or something else has, or the account that it tells is another.
   *
   * @param exception the key of its exception
   * @param taken the numbers of what it takes back
   */
  public static Uni<Boolean> takesBack(
      SqlClient transaction,
      String exception,
      List<String> taken,
      Judges judges,
      String words,
      Instant now) {
    return PgDisputedLines.line(transaction, exception)
        .chain(
            line ->
                PgMovements.movements(transaction, taken)
                    .chain(
                        known ->
                            line.isPresent()
                                    && new HashSet<>(taken).size() == known.size()
                                    && line.get().mayTakeBack(known)
                                ? isFree(transaction, line.get(), taken)
                                : Uni.createFrom().item(false))
                    .call(
                        isFit ->
                            isFit
                                ? judge(
                                    transaction, line.get(), taken, Optional.of(judges), words, now)
                                : Uni.createFrom().voidItem()));
  }

  // Neither is the line said to take back other receipts, nor are they struck.
  private static Uni<Boolean> isFree(SqlClient transaction, DisputedLine line, List<String> taken) {
    return list(
            transaction,
            """
            SELECT FROM settlement.bank_reversal WHERE movement = $1 AND takes_back <> ALL ($2::text[])
            UNION ALL
            SELECT FROM settlement.receipt_reversal WHERE movement <> $1 AND reference = ANY ($2::text[])
            """,
            Tuple.of(line.key(), taken.toArray(String[]::new)),
            row -> row)
        .map(List::isEmpty);
  }

  /** Notes that a disputed line is followed as it stands, as two persons say. */
  public static Uni<Void> stands(
      SqlClient transaction, String exception, Judges judges, String words, Instant now) {
    return PgDisputedLines.line(transaction, exception)
        .map(Optional::orElseThrow)
        .chain(line -> judge(transaction, line, List.of(), Optional.of(judges), words, now));
  }

  /**
   * Matches the open lines once more that were found to tell of no movement.
   *
   * @return the keys of the exceptions of those that tell once more what another line tells; what
   *     takes something back for sure is noted, unless it might ever have meant anything else
   */
  public static Uni<List<String>> matchAgain(SqlClient transaction, Instant now) {
    return PgDisputedLines.open(transaction)
        .onItem()
        .transformToMulti(open -> Multi.createFrom().iterable(open))
        .filter(line -> line.movement().isEmpty())
        .group()
        .intoLists()
        .of(PgDisputedLines.AT_ONCE)
        .onItem()
        .transformToMultiAndConcatenate(some -> clearOf(transaction, some))
        .onItem()
        .transformToUniAndConcatenate(line -> matchAgain(transaction, line, now))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  // Hardly any is clear, and by what is found of one another may be so no more.
  private static Multi<DisputedLine> clearOf(SqlClient transaction, List<DisputedLine> some) {
    List<AccountLine> entries = PgDisputedLines.entries(some);
    return PgMovements.files(transaction, entries)
        .chain(
            files ->
                PgMovements.known(transaction, entries, files)
                    .map(
                        known ->
                            some.stream()
                                .filter(line -> line.clearMatch(files, known).isPresent())
                                .toList()))
        .onItem()
        .transformToMulti(clear -> Multi.createFrom().iterable(clear));
  }

  private static Uni<Optional<String>> matchAgain(
      SqlClient transaction, DisputedLine line, Instant now) {
    List<AccountLine> entry = PgDisputedLines.entries(List.of(line));
    return PgMovements.files(transaction, entry)
        .chain(
            files ->
                PgMovements.known(transaction, entry, files)
                    .map(known -> line.clearMatch(files, known)))
        .chain(
            match ->
                match
                    .map(clear -> noted(transaction, line, clear, now))
                    .orElseGet(PgLineJudgements::nothing));
  }

  private static Uni<Optional<String>> noted(
      SqlClient transaction, DisputedLine line, MovementMatch match, Instant now) {
    return switch (match) {
      case MovementMatch.First first ->
          judgeAlone(transaction, line, first.takesBack(), now).chain(PgLineJudgements::nothing);
      case MovementMatch.Again again ->
          PgMovementRows.writeAgain(transaction, line, again)
              .chain(
                  () ->
                      again.isFuller()
                          ? write(transaction, line, Optional.empty(), TOLD_AGAIN, now)
                              .chain(PgLineJudgements::nothing)
                          : Uni.createFrom().item(Optional.of(line.exception())));
      case MovementMatch.Sum sum -> nothing();
      case MovementMatch.Nothing told -> nothing();
      case MovementMatch.Unclear unclear -> nothing();
    };
  }

  private static Uni<Optional<String>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }

  private static Uni<Void> judgeAlone(
      SqlClient transaction, DisputedLine line, List<String> takesBack, Instant now) {
    return isMeantAlone(transaction, line, takesBack)
        .chain(
            isMeant ->
                isMeant
                    ? judge(transaction, line, takesBack, Optional.empty(), TOLD_LATER, now)
                    : Uni.createFrom().voidItem());
  }

  // One of several does not become sure because the others are gone.
  private static Uni<Boolean> isMeantAlone(
      SqlClient transaction, DisputedLine line, List<String> takesBack) {
    return list(
            transaction,
            """
            SELECT FROM settlement.bank_line_doubt
             WHERE (message, place) = ($1, $2) AND may_take_back <> ALL ($3::text[])
            """,
            Tuple.of(line.message(), line.place(), takesBack.toArray(String[]::new)),
            row -> row)
        .map(List::isEmpty);
  }

  private static Uni<Void> judge(
      SqlClient transaction,
      DisputedLine line,
      List<String> takesBack,
      Optional<Judges> judges,
      String words,
      Instant now) {
    return write(transaction, line, judges, words, now)
        .chain(
            () ->
                PgMovementRows.writeFound(
                    transaction, line.found(), line.message(), line.place(), takesBack));
  }

  private static Uni<Void> write(
      SqlClient transaction,
      DisputedLine line,
      Optional<Judges> judges,
      String words,
      Instant now) {
    UUID proposer = judges.map(two -> two.proposer().id()).orElse(null);
    UUID confirmer = judges.map(two -> two.confirmer().id()).orElse(null);
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.bank_line_judgement (message, place, words, proposed_by, confirmed_by,
                                                        judged_at)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(line.message(), line.place(), words, proposer, confirmer, utc(now)))
        .replaceWithVoid();
  }

  /** The movement that a disputed line tells; one of its own, if nobody knows which. */
  public static Uni<Optional<String>> movement(SqlClient client, String exception) {
    return PgDisputedLines.line(client, exception)
        .map(line -> line.filter(it -> it.told() instanceof BankEntry).map(DisputedLine::key));
  }

  /**
   * Whether the bank has never booked what it has told: statements tell of its days, and none of
   * it, or one that two persons have let pass leaves it out; and no open line of one may tell it.
   * What was struck is not there any more.
   */
  public static Uni<Boolean> isNeverBooked(SqlClient client, String movement) {
    return list(client, NEVER_BOOKED, Tuple.of(movement), row -> row)
        .map(found -> !found.isEmpty());
  }
}
