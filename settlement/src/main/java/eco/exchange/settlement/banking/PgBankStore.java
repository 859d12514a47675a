package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.BankMessageRules.Closing;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The messages of the bank, and what became of them, in PostgreSQL. */
@ApplicationScoped
class PgBankStore {

  private static final String INSERT_MESSAGE =
      """
      INSERT INTO settlement.bank_message (message, kind, sha256, written_at, taken_at, sequence,
                                           opening_fen, closing_fen)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[],
                           $5::timestamptz[], $6::bigint[], $7::bigint[], $8::bigint[])
      """;

  /** Messages are taken one at a time, so that each is judged by all before it. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('settlement.bank'))";

  /**
   * A line that has not been followed.
   *
   * @param first the bank's number of the first movement that was told of its payment
   */
  record Line(
      String message, int place, BankLine told, Instant writtenAt, Optional<String> first) {}

  private final Pool pool;

  PgBankStore(Pool pool) {
    this.pool = pool;
  }

  /** Keeps a message, if it is new and nothing speaks against it. */
  Uni<Answer<BankMessageView>> keep(BankMessage message, String sha256, Instant now) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(LOCK)
                .execute()
                .chain(() -> known(transaction, message))
                .chain(
                    known -> {
                      Optional<Refusal> refusal = BankMessageRules.refusal(message, sha256, known);
                      return refusal.isPresent()
                          ? Uni.createFrom().item(Answer.refused(List.of(refusal.get())))
                          : write(transaction, message, sha256, known, now)
                              .chain(() -> PgBankMessageViews.message(transaction, message.id()))
                              .map(kept -> Answer.done(kept.orElseThrow()));
                    }));
  }

  /** The lines that have not been followed, oldest first. */
  Uni<List<Line>> open(int limit) {
    return list(
        pool,
        """
        SELECT line.message, line.place, line.told, message.written_at,
               (SELECT first.told ->> 'reference'
                  FROM settlement.bank_line first
                  JOIN settlement.bank_message heard USING (message)
                 WHERE first.told ->> 'endToEnd' = line.told ->> 'endToEnd'
                   AND first.told ->> 'kind' = line.told ->> 'kind'
                 ORDER BY heard.number, first.place LIMIT 1) AS first
          FROM settlement.bank_line line
          JOIN settlement.bank_message message USING (message)
         WHERE NOT EXISTS (SELECT FROM settlement.bank_line_outcome outcome
                            WHERE outcome.message = line.message AND outcome.place = line.place)
         ORDER BY message.number, line.place LIMIT $1
        """,
        Tuple.of(limit),
        row ->
            new Line(
                row.getString("message"),
                row.getInteger("place"),
                PgBankMessageViews.told(row),
                row.getOffsetDateTime("written_at").toInstant(),
                Optional.ofNullable(row.getString("first"))));
  }

  /** Notes that a line was followed, or why it is disputed. */
  Uni<Void> note(Line line, Optional<String> dispute, Instant now) {
    return pool.preparedQuery(
            """
            INSERT INTO settlement.bank_line_outcome (message, place, dispute, noted_at)
            VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(line.message(), line.place(), dispute.orElse(null), utc(now)))
        .replaceWithVoid();
  }

  Uni<Optional<BankMessageView>> message(String id) {
    return PgBankMessageViews.message(pool, id);
  }

  Uni<Page<BankMessageView>> messages(Optional<String> after, int limit) {
    return PgBankMessageViews.messages(pool, after, limit);
  }

  Uni<Page<BankDisputeView>> disputes(Optional<String> after, int limit) {
    return PgBankMessageViews.disputes(pool, after, limit);
  }

  private static Uni<BankMessageRules.Known> known(SqlClient transaction, BankMessage message) {
    String file = message instanceof BankMessage.FileAnswer answer ? answer.file() : "";
    return Uni.combine()
        .all()
        .unis(
            PgBankMessageViews.message(transaction, message.id()),
            list(
                transaction,
                """
                SELECT sequence, closing_fen FROM settlement.bank_message
                 WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1
                """,
                Tuple.tuple(),
                row -> new Closing(row.getLong("sequence"), new Money(row.getLong("closing_fen")))),
            list(
                transaction,
                "SELECT end_to_end FROM settlement.payment_line WHERE file = $1",
                Tuple.of(file),
                row -> row.getString("end_to_end")))
        .with(
            (before, last, payments) ->
                new BankMessageRules.Known(
                    before.map(BankMessageView::sha256),
                    last.stream().findFirst(),
                    Set.copyOf(payments)));
  }

  private static Uni<Void> write(
      SqlClient transaction,
      BankMessage message,
      String sha256,
      BankMessageRules.Known known,
      Instant now) {
    if (known.sha256().isPresent()) {
      return Uni.createFrom().voidItem();
    }
    Optional<BankMessage.Statement> statement =
        message instanceof BankMessage.Statement one ? Optional.of(one) : Optional.empty();
    return PgRows.of(List.of(message))
        .texts(BankMessage::id)
        .texts(one -> BankMessageView.Kind.of(one).name())
        .texts(one -> sha256)
        .times(BankMessage::writtenAt)
        .times(one -> now)
        .each(Long[]::new, one -> statement.map(BankMessage.Statement::sequence).orElse(null))
        .each(Long[]::new, one -> statement.map(it -> it.opening().fen()).orElse(null))
        .each(Long[]::new, one -> statement.map(it -> it.closing().fen()).orElse(null))
        .write(transaction, INSERT_MESSAGE)
        .chain(
            () ->
                write(
                    transaction, message.id(), BankMessageRules.lines(message, known.payments())));
  }

  private static Uni<Void> write(SqlClient transaction, String message, List<BankLine> lines) {
    return PgRows.of(IntStream.range(0, lines.size()).boxed().toList())
        .texts(place -> message)
        .each(Integer[]::new, place -> place)
        .texts(place -> PgBankMessageViews.written(lines.get(place)))
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_line (message, place, told)
            SELECT message, place, told::jsonb
              FROM unnest($1::text[], $2::int[], $3::text[]) line (message, place, told)
            """);
  }
}
