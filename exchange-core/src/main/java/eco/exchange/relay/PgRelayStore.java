package eco.exchange.relay;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The relay's side of the outbox table. Real time is the database's own; it only paces retries. */
@ApplicationScoped
class PgRelayStore {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  // Any number that nobody else uses for an advisory lock.
  private static final long RELAY_LOCK = 7_301_001L;

  private static final Logger LOG = Logger.getLogger(PgRelayStore.class);

  private final Pool pool;
  private @Nullable SqlConnection leader;

  PgRelayStore(Pool pool) {
    this.pool = pool;
  }

  /** The events whose turn it is, in order; none if another node relays. */
  List<StoredEvent> waiting() {
    SqlConnection connection = lead();
    if (connection == null) {
      return List.of();
    }
    RowSet<Row> rows =
        connection
            .query(
                """
                SELECT id, story, kind, body::text AS body, tries
                  FROM market.outbox event
                 WHERE handed_on_at IS NULL
                   AND NOT EXISTS (SELECT FROM market.outbox blocked
                                    WHERE blocked.story = event.story
                                      AND blocked.handed_on_at IS NULL
                                      AND blocked.retry_at > now()
                                      AND blocked.id <= event.id)
                 ORDER BY id
                 LIMIT 256
                """)
            .execute()
            .await()
            .atMost(PATIENCE);
    return StreamSupport.stream(rows.spliterator(), false).map(PgRelayStore::read).toList();
  }

  private static StoredEvent read(Row row) {
    return new StoredEvent(
        row.getLong("id"),
        row.getString("story"),
        row.getString("kind"),
        row.getString("body"),
        row.getInteger("tries"));
  }

  void handedOn(StoredEvent event) {
    update("UPDATE market.outbox SET handed_on_at = now() WHERE id = $1", Tuple.of(event.id()));
  }

  void failed(StoredEvent event, String cause) {
    update(
        """
        UPDATE market.outbox
           SET tries = tries + 1,
               failure = $2,
               retry_at = now() + least(60, 0.1 * power(2, least(tries, 16))) * interval '1 second'
         WHERE id = $1
        """,
        Tuple.of(event.id(), cause));
  }

  /** Gives up the lead, for example because its connection is broken. */
  void forget() {
    SqlConnection connection = leader;
    leader = null;
    if (connection != null) {
      // A pooled connection keeps its locks when it goes back, so they are given up by name.
      connection
          .query("SELECT pg_advisory_unlock_all()")
          .execute()
          .onItemOrFailure()
          .transformToUni((rows, failure) -> connection.close())
          .subscribe()
          .with(closed -> {}, failure -> LOG.debugf("closing a lost connection: %s", failure));
    }
  }

  /** The connection that holds the relay's lock, or null while another node holds it. */
  private @Nullable SqlConnection lead() {
    SqlConnection held = leader;
    if (held != null) {
      return held;
    }
    SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
    if (locks(connection)) {
      leader = connection;
      return connection;
    }
    connection.close().await().atMost(PATIENCE);
    return null;
  }

  private static boolean locks(SqlConnection connection) {
    return connection
        .preparedQuery("SELECT pg_try_advisory_lock($1) AS locked")
        .execute(Tuple.of(RELAY_LOCK))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getBoolean("locked");
  }

  private void update(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).replaceWithVoid().await().atMost(PATIENCE);
  }
}
