package eco.exchange.settlement.banking;

import eco.exchange.market.AccountId;
import eco.exchange.market.Page;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.PgBankExceptions;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.reconciliation.PgStatements;
import eco.exchange.settlement.reconciliation.PgStuckPayments;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
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

  Uni<Void> raise(Raised raised, Instant now) {
    return pool.withTransaction(
        transaction -> PgBankExceptions.raise(transaction, outbox, List.of(raised), now));
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
}
