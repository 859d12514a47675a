package eco.exchange.settlement.banking;

import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.movement.PgLineJudgements;
import eco.exchange.settlement.movement.PgLineJudgements.Judged;
import eco.exchange.settlement.movement.PgLineJudgements.Judges;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.PgBalanceChecks;
import eco.exchange.settlement.reconciliation.PgBankExceptions;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.reconciliation.PgStatements;
import eco.exchange.settlement.reconciliation.PgStuckPayments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The exceptions of the link to the bank, raised and ended, in PostgreSQL. */
@ApplicationScoped
class PgBankExceptionStore {

  private final PgBankStore messages;
  private final Pool pool;
  private final Outbox outbox;

  PgBankExceptionStore(PgBankStore messages, Pool pool, Outbox outbox) {
    this.messages = messages;
    this.pool = pool;
    this.outbox = outbox;
  }

  Uni<Void> raise(List<Raised> raised, Instant now) {
    return pool.withTransaction(
        transaction -> PgBankExceptions.raise(transaction, outbox, raised, now));
  }

  /**
   * Notes that a disputed line takes back receipts, as two persons say; false if it does not.
   *
   * @param exception the key of its exception
   */
  Uni<Boolean> takesBack(
      String exception, List<String> receipts, Judges judges, String words, Instant now) {
    return messages.alone(
        transaction ->
            PgLineJudgements.takesBack(transaction, exception, receipts, judges, words, now));
  }

  /** Notes that a disputed line is followed as it stands, as two persons say. */
  Uni<Void> stands(String exception, Judges judges, String words, Instant now) {
    return messages.alone(
        transaction -> PgLineJudgements.stands(transaction, exception, judges, words, now));
  }

  /** Matches the open lines once more, and ends what another line tells, too. */
  Uni<Void> matchAgain(Instant now) {
    return messages.alone(
        transaction ->
            PgLineJudgements.matchAgain(transaction, now)
                .chain(told -> endTold(transaction, told, now)));
  }

  private Uni<Void> endTold(SqlClient transaction, List<String> told, Instant now) {
    return told.isEmpty()
        ? Uni.createFrom().voidItem()
        : PgBankExceptions.endEach(transaction, outbox, told, PgLineJudgements.TOLD_AGAIN, now)
            .chain(() -> PgBalanceChecks.checkAgain(transaction, outbox, false, now));
  }

  /** The exceptions of lines that tell more of what is known, which does not stand there yet. */
  Uni<List<String>> fuller() {
    return PgLineJudgements.fuller(pool);
  }

  /** Ends the exception of a line that another line tells, too. */
  Uni<Void> endTold(String exception, Instant now) {
    return messages.alone(transaction -> endTold(transaction, List.of(exception), now));
  }

  /** The disputed lines that were found to take something back, and for which that is not done. */
  Uni<List<Judged>> undone() {
    return PgLineJudgements.undone(pool);
  }

  /** Whether the bank has never booked what it has told. */
  Uni<Boolean> isNeverBooked(String movement) {
    return PgLineJudgements.isNeverBooked(pool, movement);
  }

  /**
   * Ends the exception of a line that has taken something back, and raises what a person must see
   * to now.
   */
  Uni<Void> endJudged(Judged line, List<Raised> raised, Instant now) {
    return pool.withTransaction(
        transaction ->
            PgBankExceptions.raise(transaction, outbox, raised, now)
                .chain(() -> end(transaction, line, now)));
  }

  // Those whom persons have judged end their task by themselves.
  private Uni<Void> end(SqlClient transaction, Judged line, Instant now) {
    return line.judges().isEmpty()
        ? PgBankExceptions.end(transaction, outbox, line.exception(), line.words(), now)
        : PgBankExceptions.end(
                transaction,
                line.exception(),
                line.words(),
                line.judges().map(Judges::proposer),
                line.judges().map(Judges::confirmer),
                now)
            .replaceWithVoid();
  }

  /** Raises what is stuck, and ends what is not any more. */
  Uni<Void> lookAtPayments(Instant now) {
    return pool.withTransaction(transaction -> PgStuckPayments.look(transaction, outbox, now));
  }

  /** Ends an exception by two persons. */
  Uni<Boolean> end(String key, String words, AccountId proposer, AccountId confirmer, Instant now) {
    return pool.withTransaction(
        transaction ->
            PgBankExceptions.end(
                transaction, key, words, Optional.of(proposer), Optional.of(confirmer), now));
  }

  /** Lets a statement pass that does not follow, and ends its exception. */
  Uni<Void> letPass(
      String key,
      String message,
      String words,
      AccountId proposer,
      AccountId confirmer,
      Instant now) {
    return messages.alone(
        transaction ->
            PgStatements.letPass(transaction, message, now)
                .chain(
                    () ->
                        PgBankExceptions.end(
                            transaction,
                            key,
                            words,
                            Optional.of(proposer),
                            Optional.of(confirmer),
                            now))
                .chain(() -> PgStatements.link(transaction, outbox, now)));
  }

  Uni<Optional<BankException>> exception(String key) {
    return PgBankExceptions.exception(pool, key);
  }

  Uni<Page<BankException>> open(Optional<String> after, int limit) {
    return PgBankExceptions.open(pool, after, limit);
  }

  /** Those that have ended, latest first. */
  Uni<Page<BankException>> ended(Optional<String> after, int limit) {
    return PgBankExceptions.ended(pool, after, limit);
  }
}
