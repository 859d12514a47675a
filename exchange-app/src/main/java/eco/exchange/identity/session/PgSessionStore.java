package eco.exchange.identity.session;

import eco.exchange.market.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Sessions, their refresh tokens, and attempts to sign in, in PostgreSQL; all by real time. */
@ApplicationScoped
class PgSessionStore {

  private final Pool pool;

  PgSessionStore(Pool pool) {
    this.pool = pool;
  }

  /** A refresh token as it is stored. */
  record StoredToken(byte[] hash, Instant issuedAt, Instant expiresAt) {}

  /** A session that goes on, and when it ends at the latest. */
  record Live(UUID session, AccountId account, Instant endsAt) {}

  /**
   * Counts an attempt to sign in.
   *
   * @return when the next attempt will be looked at, if it is too early for this one
   */
  Uni<Optional<Instant>> attempt(String login, Instant now) {
    return pool.withTransaction(
        transaction ->
            lockPatience(transaction, login)
                .chain(
                    patience ->
                        patience.isOpen(now)
                            ? keep(transaction, login, patience.tried(now))
                            : Uni.createFrom().item(Optional.of(patience.openAt()))));
  }

  private static Uni<SignInDelay> lockPatience(SqlClient transaction, String login) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO identity.sign_in_attempt (login, attempts, open_at)
            VALUES ($1, $2, $3)
            ON CONFLICT (login) DO UPDATE SET attempts = sign_in_attempt.attempts
            RETURNING attempts, open_at
            """)
        .execute(Tuple.of(login, SignInDelay.UNTRIED.attempts(), at(SignInDelay.UNTRIED.openAt())))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new SignInDelay(
                  row.getInteger("attempts"), row.getOffsetDateTime("open_at").toInstant());
            });
  }

  private static Uni<Optional<Instant>> keep(
      SqlClient transaction, String login, SignInDelay patience) {
    return transaction
        .preparedQuery(
            "UPDATE identity.sign_in_attempt SET attempts = $2, open_at = $3 WHERE login = $1")
        .execute(Tuple.of(login, patience.attempts(), at(patience.openAt())))
        .replaceWith(Optional.empty());
  }

  /** Forgets the attempts of a login, for somebody has signed in. */
  Uni<Void> forgive(String login) {
    return pool.preparedQuery("DELETE FROM identity.sign_in_attempt WHERE login = $1")
        .execute(Tuple.of(login))
        .replaceWithVoid();
  }

  /** Forgets what has long ended, so that the tables do not grow for ever. */
  Uni<Void> sweep(Instant before) {
    return pool.preparedQuery("DELETE FROM identity.session WHERE ends_at < $1")
        .execute(Tuple.of(at(before)))
        .chain(
            () ->
                pool.preparedQuery("DELETE FROM identity.sign_in_attempt WHERE open_at < $1")
                    .execute(Tuple.of(at(before))))
        .replaceWithVoid();
  }

  /** Opens a session with its first refresh token. */
  Uni<Void> open(Live session, StoredToken token) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(
                    """
                    INSERT INTO identity.session (id, account, opened_at, ends_at)
                    VALUES ($1, $2, $3, $4)
                    """)
                .execute(
                    Tuple.of(
                        session.session(),
                        session.account().id(),
                        at(token.issuedAt()),
                        at(session.endsAt())))
                .chain(() -> add(transaction, session.session(), token)));
  }

  /**
   * Takes a refresh token for the next one.
   *
   * <p>A token that was taken before is in two hands: its whole session is ended.
   *
   * @return the session that goes on; empty if the token is not, or no longer, worth anything
   */
  Uni<Optional<Live>> rotate(byte[] spent, StoredToken next) {
    return pool.withTransaction(
        transaction ->
            spend(transaction, spent, next.issuedAt())
                .chain(
                    live ->
                        live.isPresent()
                            ? add(transaction, live.get().session(), next).replaceWith(live)
                            : endStolen(transaction, spent, next.issuedAt()).replaceWith(live)));
  }

  private static Uni<Optional<Live>> spend(SqlClient transaction, byte[] hash, Instant now) {
    return transaction
        .preparedQuery(
            """
            UPDATE identity.refresh_token token
               SET spent_at = $2
              FROM identity.session
             WHERE token.hash = $1 AND token.spent_at IS NULL AND token.expires_at > $2
               AND session.id = token.session AND session.ended_at IS NULL AND session.ends_at > $2
            RETURNING session.id, session.account, session.ends_at
            """)
        .execute(Tuple.of(Buffer.buffer(hash), at(now)))
        .map(PgSessionStore::live);
  }

  private static Uni<Void> endStolen(SqlClient transaction, byte[] hash, Instant now) {
    return transaction
        .preparedQuery(
            """
            UPDATE identity.session
               SET ended_at = $2, ended_by = 'TOKEN_SPENT_TWICE'
              FROM identity.refresh_token token
             WHERE token.hash = $1 AND token.spent_at IS NOT NULL
               AND session.id = token.session AND session.ended_at IS NULL
            """)
        .execute(Tuple.of(Buffer.buffer(hash), at(now)))
        .replaceWithVoid();
  }

  /** Ends a session; one that has ended stays as it ended. */
  Uni<Void> end(UUID session, Instant now) {
    return pool.preparedQuery(
            """
            UPDATE identity.session SET ended_at = $2, ended_by = 'SIGNED_OUT'
             WHERE id = $1 AND ended_at IS NULL
            """)
        .execute(Tuple.of(session, at(now)))
        .replaceWithVoid();
  }

  private static Uni<Void> add(SqlClient transaction, UUID session, StoredToken token) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO identity.refresh_token (hash, session, issued_at, expires_at)
            VALUES ($1, $2, $3, $4)
            """)
        .execute(
            Tuple.of(
                Buffer.buffer(token.hash()), session, at(token.issuedAt()), at(token.expiresAt())))
        .replaceWithVoid();
  }

  private static Optional<Live> live(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new Live(
            row.getUUID("id"),
            new AccountId(row.getUUID("account")),
            row.getOffsetDateTime("ends_at").toInstant()));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
