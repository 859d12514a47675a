package eco.exchange.settlement.banking;

import static eco.exchange.settlement.rows.PgQueries.list;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankLine;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.reconciliation.PgStatements;
import eco.exchange.settlement.rows.PgRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The messages of the bank, each kept whole before anything follows from it, in PostgreSQL. */
@ApplicationScoped
class PgBankStore {

  private static final String INSERT_MESSAGE =
      """
      INSERT INTO settlement.bank_message (message, kind, sha256, written_at, taken_at, statement_number,
                                           sequence, opening_fen, opens_on, closing_fen, closes_on)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[],
                           $6::text[], $7::bigint[], $8::bigint[], $9::date[], $10::bigint[], $11::date[])
      """;

  /** Messages are taken one at a time, so that each is judged by all before it. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('settlement.bank'))";

  private final Pool pool;
  private final Outbox outbox;

  PgBankStore(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  /** Keeps a message, if it is new and nothing speaks against it. */
  Uni<Answer<BankMessageView>> keep(BankMessage message, String sha256, Instant now) {
    return alone(
        transaction ->
            copied(transaction, message)
                .chain(
                    copied ->
                        copied.isPresent()
                            ? Uni.createFrom().item(Answer.done(copied.get()))
                            : known(transaction, message)
                                .chain(known -> kept(transaction, message, sha256, known, now))));
  }

  private Uni<Answer<BankMessageView>> kept(
      SqlClient transaction,
      BankMessage message,
      String sha256,
      BankMessageRules.Known known,
      Instant now) {
    Optional<Refusal> refusal = BankMessageRules.refusal(message, sha256, known);
    return refusal.isPresent()
        ? Uni.createFrom().item(Answer.refused(List.of(refusal.get())))
        : write(transaction, message, sha256, known, now)
            .chain(() -> PgStatements.link(transaction, outbox, now))
            .chain(() -> PgBankMessageViews.message(transaction, message.id()))
            .map(kept -> Answer.done(kept.orElseThrow()));
  }

  /** Does something with the messages while nobody else does. */
  <T> Uni<T> alone(Function<SqlClient, Uni<T>> work) {
    return pool.withTransaction(
        transaction -> transaction.query(LOCK).execute().chain(() -> work.apply(transaction)));
  }

  /**
   * What has come before under another number: a bank that sends a statement again numbers anew.
   */
  private static Uni<Optional<BankMessageView>> copied(SqlClient transaction, BankMessage message) {
    return message instanceof BankMessage.Statement statement
        ? PgBankMessageViews.copyOf(transaction, statement)
        : Uni.createFrom().item(Optional.empty());
  }

  private static Uni<BankMessageRules.Known> known(SqlClient transaction, BankMessage message) {
    String file = message instanceof BankMessage.FileAnswer answer ? answer.file() : "";
    return Uni.combine()
        .all()
        .unis(
            PgBankMessageViews.message(transaction, message.id()),
            list(
                transaction,
                "SELECT end_to_end FROM settlement.payment_line WHERE file = $1",
                Tuple.of(file),
                row -> row.getString("end_to_end")))
        .with(
            (before, payments) ->
                new BankMessageRules.Known(
                    before.map(BankMessageView::sha256), Set.copyOf(payments)));
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
    Optional<StatementPeriod> period = statement.map(BankMessage.Statement::period);
    return PgRows.of(List.of(message))
        .texts(BankMessage::id)
        .texts(one -> BankMessageView.Kind.of(one).name())
        .texts(one -> sha256)
        .times(BankMessage::writtenAt)
        .times(one -> now)
        .texts(one -> statement.map(BankMessage.Statement::number).orElse(null))
        .each(Long[]::new, one -> statement.flatMap(BankMessage.Statement::sequence).orElse(null))
        .each(Long[]::new, one -> period.map(it -> it.opening().fen()).orElse(null))
        .each(LocalDate[]::new, one -> period.map(StatementPeriod::opensOn).orElse(null))
        .each(Long[]::new, one -> period.map(it -> it.closing().fen()).orElse(null))
        .each(LocalDate[]::new, one -> period.map(StatementPeriod::closesOn).orElse(null))
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
        .fen(place -> lines.get(place) instanceof AccountLine line ? line.effect() : Money.ZERO)
        .write(
            transaction,
            """
            INSERT INTO settlement.bank_line (message, place, told, effect_fen)
            SELECT message, place, told::jsonb, fen
              FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[]) line (message, place, told, fen)
            """);
  }

  Uni<List<BankMessageView>> messages(List<String> ids) {
    return PgBankMessageViews.messages(pool, ids);
  }

  Uni<Page<BankMessageView>> messages(Optional<String> after, int limit) {
    return PgBankMessageViews.messages(pool, after, limit);
  }
}
