package eco.exchange.web.request;

import eco.exchange.market.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests by their idempotency keys, and their answers. Real time here is the database's own. */
@ApplicationScoped
class PgRequestStore {

  private final Pool pool;

  PgRequestStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * A request as it is told from another one with the same key.
   *
   * @param account who sends it
   * @param key what the sender calls it
   * @param address its method and path
   * @param bodyHash the SHA-256 of its body
   */
  record Sent(AccountId account, String key, String address, byte[] bodyHash) {}

  /**
   * An answer that is given again.
   *
   * @param status the HTTP status
   * @param body the JSON text, empty if there was none
   * @param location the address of what was created, if anything was
   */
  record Stored(int status, String body, Optional<String> location) {}

  /** What is known about a request. */
  sealed interface Claim {
    /** Nothing, or nothing that holds: it is this caller's to do. */
    record Granted() implements Claim {}

    /** It is being done at this moment. */
    record Busy() implements Claim {}

    /** The key belongs to another request. */
    record OtherRequest() implements Claim {}

    /** It was done. */
    record Done(Stored answer) implements Claim {}
  }

  /** Claims a request. Claims of an exchange that died are taken over after half a minute. */
  Uni<Claim> claim(Sent sent) {
    return insert(sent)
        .chain(fresh -> fresh ? Uni.createFrom().item(new Claim.Granted()) : look(sent));
  }

  // What is old is swept on the way, a little at a time, so that no job is needed for it.
  private Uni<Boolean> insert(Sent sent) {
    return pool.preparedQuery(
            """
            WITH old AS (
              SELECT account, key FROM web.idempotency
               WHERE created_at < now() - interval '30 days'
               LIMIT 10 FOR UPDATE SKIP LOCKED),
            swept AS (
              DELETE FROM web.idempotency swept USING old
               WHERE swept.account = old.account AND swept.key = old.key)
            INSERT INTO web.idempotency (account, key, address, body_sha256, created_at, claimed_at)
            VALUES ($1, $2, $3, $4, now(), now())
            ON CONFLICT (account, key) DO NOTHING
            """)
        .execute(
            Tuple.of(
                sent.account().id(), sent.key(), sent.address(), Buffer.buffer(sent.bodyHash())))
        .map(rows -> rows.rowCount() == 1);
  }

  private Uni<Claim> look(Sent sent) {
    return pool.preparedQuery(
            """
            SELECT address, body_sha256, status, body, location
              FROM web.idempotency WHERE account = $1 AND key = $2
            """)
        .execute(Tuple.of(sent.account().id(), sent.key()))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(new Claim.Busy())
                    : compare(sent, rows.iterator().next()));
  }

  private Uni<Claim> compare(Sent sent, Row row) {
    if (!row.getString("address").equals(sent.address())
        || !Arrays.equals(row.getBuffer("body_sha256").getBytes(), sent.bodyHash())) {
      return Uni.createFrom().item(new Claim.OtherRequest());
    }
    @Nullable Integer status = row.getInteger("status");
    return status == null
        ? takeOver(sent)
        : Uni.createFrom()
            .item(
                new Claim.Done(
                    new Stored(
                        status,
                        row.getString("body"),
                        Optional.ofNullable(row.getString("location")))));
  }

  private Uni<Claim> takeOver(Sent sent) {
    return pool.preparedQuery(
            """
            UPDATE web.idempotency SET claimed_at = now()
             WHERE account = $1 AND key = $2 AND status IS NULL
               AND (claimed_at IS NULL OR claimed_at < now() - interval '30 seconds')
            """)
        .execute(Tuple.of(sent.account().id(), sent.key()))
        .map(rows -> rows.rowCount() == 1 ? new Claim.Granted() : new Claim.Busy());
  }

  /** Stores the answer of a claimed request. */
  Uni<Void> store(Sent sent, Stored answer) {
    return pool.preparedQuery(
            """
            UPDATE web.idempotency SET status = $3, body = $4, location = $5
             WHERE account = $1 AND key = $2
            """)
        .execute(
            Tuple.of(
                sent.account().id(),
                sent.key(),
                answer.status(),
                answer.body(),
                answer.location().orElse(null)))
        .replaceWithVoid();
  }

  /** Gives a claim back, so that the same request may be tried again at once. */
  Uni<Void> release(Sent sent) {
    return pool.preparedQuery(
            """
            UPDATE web.idempotency SET claimed_at = NULL
             WHERE account = $1 AND key = $2 AND status IS NULL
            """)
        .execute(Tuple.of(sent.account().id(), sent.key()))
        .replaceWithVoid();
  }
}
