package eco.exchange.outbox;

import eco.exchange.event.MarketEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The log of events, written in the transaction of whoever calls, so that they stand or fall with
 * the state.
 *
 * <p>A module that batches its own statement writes the same columns itself: {@code market.outbox
 * (story, kind, body, recorded_at)}, with {@link EventJson}.
 */
@ApplicationScoped
public class Outbox {

  private final Clock clock;

  /**
   * Makes an outbox.
   *
   * @param clock tells the market time at which events are recorded
   */
  public Outbox(Clock clock) {
    this.clock = clock;
  }

  /** Writes events on a connection of the PostgreSQL client that is inside a transaction. */
  public Uni<Void> write(SqlClient transaction, MarketEvent... events) {
    return write(transaction, Arrays.asList(events));
  }

  /** Writes events on a connection of the PostgreSQL client that is inside a transaction. */
  public Uni<Void> write(SqlClient transaction, List<MarketEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(
            """
            INSERT INTO market.outbox (story, kind, body, recorded_at)
            SELECT story, kind, CAST(body AS jsonb), $4
              FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY
                AS event (story, kind, body, place)
             ORDER BY place
            """)
        .execute(
            Tuple.of(
                events.stream().map(MarketEvent::story).toArray(String[]::new),
                events.stream().map(EventJson::kind).toArray(String[]::new),
                events.stream().map(EventJson::write).toArray(String[]::new),
                now()))
        .replaceWithVoid();
  }

  /** Writes one event in the transaction of a Hibernate session. */
  public Uni<Void> write(Mutiny.Session session, MarketEvent event) {
    // As text first: a text bound as jsonb becomes one JSON string, with the event quoted in it.
    return session
        .createNativeQuery(
            """
            INSERT INTO market.outbox (story, kind, body, recorded_at)
            VALUES (:story, :kind, CAST(CAST(:body AS text) AS jsonb), :recordedAt)
            """)
        .setParameter("story", event.story())
        .setParameter("kind", EventJson.kind(event))
        .setParameter("body", EventJson.write(event))
        .setParameter("recordedAt", now())
        .executeUpdate()
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
