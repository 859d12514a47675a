package eco.exchange.settlement.reconciliation;

import static eco.exchange.settlement.rows.PgQueries.list;
import static eco.exchange.settlement.rows.PgQueries.utc;

import eco.exchange.event.BankEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.rows.NumberedRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exceptions of the link to the bank, in PostgreSQL; the market is told of each. */
public final class PgBankExceptions {

  private static final int TEXT_MAX = 500;

  private static final String EXCEPTIONS =
      """
      SELECT raised.number, exception, kind, subject, detail, raised_at, due_at, words, proposed_by,
             confirmed_by, ended_at
        FROM settlement.bank_exception raised
        LEFT JOIN settlement.bank_exception_end USING (exception)
      """;

  private static final String END_PAID_ANEW =
      """
      WITH owed AS (
        SELECT raised.exception, recourse.state
          FROM settlement.bank_exception raised
          JOIN LATERAL (SELECT number FROM settlement.sub_account
                         WHERE filled_by = substr(raised.exception, 9)
                         UNION
                        SELECT sub_account FROM settlement.sub_account_part
                         WHERE reference = substr(raised.exception, 9)) filled ON true
          JOIN settlement.sub_account recourse ON recourse.recourse_of = filled.number
         WHERE raised.kind = 'RECEIPT_TAKEN_BACK'
           AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                            WHERE ended.exception = raised.exception)
        UNION ALL
        SELECT raised.exception, CASE WHEN balance_fen < 0 THEN 'AWAITED' ELSE 'RECEIVED' END
          FROM settlement.bank_exception raised
          JOIN settlement.account ON story = raised.exception AND purpose = 'RECOURSE'
         WHERE raised.kind = 'RECEIPT_TAKEN_BACK'
           AND NOT EXISTS (SELECT FROM settlement.bank_exception_end ended
                            WHERE ended.exception = raised.exception))
      INSERT INTO settlement.bank_exception_end (exception, words, ended_at)
      SELECT exception, $1, $2 FROM owed GROUP BY exception HAVING bool_and(state <> 'AWAITED')
      ON CONFLICT (exception) DO NOTHING
      RETURNING exception
      """;

  private static final String END =
      """
      INSERT INTO settlement.bank_exception_end (exception, words, ended_at)
      SELECT exception, $1, $2 FROM settlement.bank_exception
      """;

  private static final String ENDED = "ON CONFLICT (exception) DO NOTHING RETURNING exception";

  private PgBankExceptions() {}

  /**
   * An exception to raise.
   *
   * @param key by which it is known
   * @param subject what it is about, in one line that needs no language
   * @param payment the payment that is stuck, if it is one
   */
  public record Raised(
      String key,
      BankException.Kind kind,
      String subject,
      String detail,
      Optional<StuckPayment> payment) {

    /** Cuts what is too long to be read. */
    public Raised {
      subject = cut(subject);
      detail = cut(detail);
    }

    /** An exception about what the bank has told. */
    public Raised(String key, BankException.Kind kind, String subject, String detail) {
      this(key, kind, subject, detail, Optional.empty());
    }

    private static String cut(String text) {
      return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    static Raised of(StuckPayment stuck) {
      return new Raised(
          stuck.key(),
          BankException.Kind.PAYMENT_STUCK,
          stuck.subject(),
          stuck.detail(),
          Optional.of(stuck));
    }

    // A day of the law goes before those that the centre gives itself, even if it has passed.
    private Instant dueAt(Instant now) {
      return payment.flatMap(StuckPayment::dueAt).orElseGet(() -> ExceptionDeadlines.from(now));
    }
  }

  /** Raises exceptions that are not known yet. */
  public static Uni<Void> raise(
      SqlClient transaction, Outbox outbox, List<Raised> raised, Instant now) {
    if (raised.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return list(
            transaction,
            """
            INSERT INTO settlement.bank_exception (exception, kind, subject, detail, due_at, payment, cause,
                                                   raised_at)
            SELECT raised.*, $8
              FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
                          $7::text[]) raised
            ON CONFLICT (exception) DO NOTHING
            RETURNING exception, kind, subject, detail, due_at
            """,
            values(raised, now),
            row ->
                (MarketEvent)
                    new BankEvent.BankExceptionRaised(
                        row.getString("exception"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("detail"),
                        row.getOffsetDateTime("due_at").toInstant()))
        .chain(events -> outbox.write(transaction, events));
  }

  private static Tuple values(List<Raised> raised, Instant now) {
    return Tuple.tuple()
        .addArrayOfString(texts(raised, Raised::key))
        .addArrayOfString(texts(raised, one -> one.kind().name()))
        .addArrayOfString(texts(raised, Raised::subject))
        .addArrayOfString(texts(raised, Raised::detail))
        .addArrayOfOffsetDateTime(
            raised.stream().map(one -> utc(one.dueAt(now))).toArray(OffsetDateTime[]::new))
        .addArrayOfString(texts(raised, one -> one.payment().map(StuckPayment::order).orElse(null)))
        .addArrayOfString(
            texts(raised, one -> one.payment().map(stuck -> stuck.cause().name()).orElse(null)))
        .addOffsetDateTime(utc(now));
  }

  private static String[] texts(List<Raised> raised, Function<Raised, @Nullable String> each) {
    return raised.stream().map(each).toArray(String[]::new);
  }

  /** Ends an open exception by itself; one that is not open is left alone. */
  public static Uni<Void> end(
      SqlClient transaction, Outbox outbox, String key, String words, Instant now) {
    return endEach(transaction, outbox, List.of(key), words, now);
  }

  /** Ends open exceptions by themselves; those that are not open are left alone. */
  public static Uni<Void> endEach(
      SqlClient transaction, Outbox outbox, List<String> keys, String words, Instant now) {
    return list(
            transaction,
            END + " WHERE exception = ANY ($3) " + ENDED,
            Tuple.of(words, utc(now), keys.toArray(String[]::new)),
            row -> ended(row, words))
        .chain(events -> outbox.write(transaction, events));
  }

  /** Ends all open exceptions of a kind by themselves. */
  static Uni<Void> endAll(
      SqlClient transaction, Outbox outbox, BankException.Kind kind, String words, Instant now) {
    return list(
            transaction,
            END + " WHERE kind = $3 " + ENDED,
            Tuple.of(words, utc(now), kind.name()),
            row -> ended(row, words))
        .chain(events -> outbox.write(transaction, events));
  }

  /** Ends the exceptions of receipts whose payers have paid anew what the bank has taken back. */
  public static Uni<Void> endPaidAnew(SqlClient transaction, Outbox outbox, Instant now) {
    String words = "what was owed anew has come in";
    return list(transaction, END_PAID_ANEW, Tuple.of(words, utc(now)), row -> ended(row, words))
        .chain(events -> outbox.write(transaction, events));
  }

  private static MarketEvent ended(Row row, String words) {
    return new BankEvent.BankExceptionEnded(row.getString("exception"), words);
  }

  /** Ends an open exception by two persons; tells whether it was open. */
  public static Uni<Boolean> end(
      SqlClient transaction,
      String key,
      String words,
      Optional<AccountId> proposer,
      Optional<AccountId> confirmer,
      Instant now) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO settlement.bank_exception_end (exception, words, proposed_by, confirmed_by, ended_at)
            SELECT exception, $2, $3, $4, $5 FROM settlement.bank_exception WHERE exception = $1
            ON CONFLICT (exception) DO NOTHING
            """)
        .execute(
            Tuple.of(
                key,
                words,
                proposer.map(AccountId::id).orElse(null),
                confirmer.map(AccountId::id).orElse(null),
                utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** An exception by its key. */
  public static Uni<Optional<BankException>> exception(SqlClient client, String key) {
    return list(client, EXCEPTIONS + " WHERE exception = $1", Tuple.of(key), PgBankExceptions::view)
        .map(found -> found.stream().findFirst());
  }

  /** The exceptions that are open, oldest first. */
  public static Uni<Page<BankException>> open(SqlClient client, Optional<String> after, int limit) {
    return page(
        client,
        EXCEPTIONS + " WHERE ended_at IS NULL AND raised.number > $1 ORDER BY 1 LIMIT $2",
        after.map(Long::parseLong).orElse(0L),
        limit);
  }

  /** The exceptions that have ended, in the order in which they were raised, latest first. */
  public static Uni<Page<BankException>> ended(
      SqlClient client, Optional<String> after, int limit) {
    return page(
        client,
        EXCEPTIONS + " WHERE ended_at IS NOT NULL AND raised.number < $1 ORDER BY 1 DESC LIMIT $2",
        after.map(Long::parseLong).orElse(Long.MAX_VALUE),
        limit);
  }

  private static Uni<Page<BankException>> page(
      SqlClient client, String query, long after, int limit) {
    return list(
            client,
            query,
            Tuple.of(after, limit),
            row -> new NumberedRow<>(row.getLong("number"), view(row)))
        .map(rows -> NumberedRow.page(rows, limit));
  }

  private static BankException view(Row row) {
    return new BankException(
        row.getString("exception"),
        BankException.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        row.getString("detail"),
        row.getOffsetDateTime("raised_at").toInstant(),
        row.getOffsetDateTime("due_at").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("ended_at"))
            .map(
                at ->
                    new BankException.End(
                        row.getString("words"),
                        account(row.getUUID("proposed_by")),
                        account(row.getUUID("confirmed_by")),
                        at.toInstant())));
  }

  private static Optional<AccountId> account(@Nullable UUID id) {
    return Optional.ofNullable(id).map(AccountId::new);
  }
}
