package eco.exchange.settlement.reconciliation;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.money.Money;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.reconciliation.StatementChain.Waiting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain of statements in PostgreSQL. */
public final class PgStatements {

  private static final String PERIOD =
      """
      SELECT message, message.number, opening_fen, opens_on, closing_fen, closes_on
        FROM settlement.bank_message message
      """;

  private PgStatements() {}

  /** Puts into the chain what follows, and tells aloud what has to wait. */
  public static Uni<Void> link(SqlClient transaction, Outbox outbox, Instant now) {
    return waiting(transaction)
        .chain(
            waiting ->
                waiting.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : last(transaction)
                        .chain(last -> link(transaction, outbox, last, waiting, now)));
  }

  private static Uni<Void> link(
      SqlClient transaction,
      Outbox outbox,
      Optional<StatementPeriod> last,
      List<Waiting> waiting,
      Instant now) {
    Optional<Waiting> next = StatementChain.next(last, waiting);
    if (next.isEmpty()) {
      return PgBankExceptions.raise(
          transaction, outbox, waiting.stream().map(one -> raised(one, last)).toList(), now);
    }
    return link(transaction, next.get().message(), false, true, now)
        .chain(
            () ->
                PgBankExceptions.end(
                    transaction,
                    outbox,
                    key(next.get().message()),
                    "the statement before it has come",
                    now))
        .chain(() -> link(transaction, outbox, now));
  }

  /**
   * Puts a statement into the chain that does not follow, because two persons let it pass. The
   * chain goes on from it, unless it is older than the last one.
   */
  public static Uni<Void> letPass(SqlClient transaction, String message, Instant now) {
    return last(transaction)
        .chain(
            last ->
                list(
                        transaction,
                        PERIOD + " WHERE message = $1 AND kind = 'STATEMENT'",
                        Tuple.of(message),
                        PgStatements::period)
                    .chain(
                        found ->
                            link(
                                transaction,
                                message,
                                true,
                                last.isEmpty()
                                    || !found.getFirst().closesOn().isBefore(last.get().closesOn()),
                                now)));
  }

  /** By which the exception of a statement is known that waits. */
  public static String key(String message) {
    return "statement/" + message;
  }

  private static Raised raised(Waiting one, Optional<StatementPeriod> last) {
    return new Raised(
        key(one.message()),
        BankException.Kind.STATEMENT_WAITS,
        "%s %s".formatted(one.message(), one.period().opensOn()),
        "it opens with %s, but the last one has closed with %s"
            .formatted(
                one.period().opening(), last.map(StatementPeriod::closing).orElse(Money.ZERO)));
  }

  private static Uni<List<Waiting>> waiting(SqlClient transaction) {
    return list(
        transaction,
        PERIOD
            + """
               WHERE kind = 'STATEMENT'
                 AND NOT EXISTS (SELECT FROM settlement.bank_statement_link link
                                  WHERE link.message = message.message)
               ORDER BY message.number
              """,
        Tuple.tuple(),
        row -> new Waiting(row.getString("message"), row.getLong("number"), period(row)));
  }

  private static Uni<Optional<StatementPeriod>> last(SqlClient transaction) {
    return list(
            transaction,
            PERIOD
                + " JOIN settlement.bank_statement_link link USING (message)"
                + " WHERE link.is_end ORDER BY link.number DESC LIMIT 1",
            Tuple.tuple(),
            PgStatements::period)
        .map(found -> found.stream().findFirst());
  }

  private static Uni<Void> link(
      SqlClient transaction, String message, boolean isLetPass, boolean isEnd, Instant now) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.bank_statement_link (message, behind, is_let_pass, is_end, linked_at)
            SELECT $1, max(number), $2, $3, $4 FROM settlement.bank_message
            ON CONFLICT (message) DO NOTHING
            """)
        .execute(Tuple.of(message, isLetPass, isEnd, utc(now)))
        .replaceWithVoid();
  }

  private static StatementPeriod period(Row row) {
    return new StatementPeriod(
        new Money(row.getLong("opening_fen")),
        row.getLocalDate("opens_on"),
        new Money(row.getLong("closing_fen")),
        row.getLocalDate("closes_on"));
  }
}
