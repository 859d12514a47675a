package eco.exchange.bidding;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.PartyId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rounds that close a lot, each with its result, in PostgreSQL. */
final class PgClosingStore {

  // As PgRoundStore, for one lot and with its result.
  private static final String CLOSE =
      """
      WITH offered AS (
        SELECT version, hand, key, price_fen, CAST(act AS jsonb) AS act,
               placed_at, seq, closes_at, refusal, detail
          FROM unnest($8::bigint[], $9::text[], $10::text[], $11::bigint[], $12::text[],
                      $13::timestamptz[], $14::bigint[], $15::timestamptz[],
                      $16::text[], $17::text[])
            AS bid (version, hand, key, price_fen, act,
                    placed_at, seq, closes_at, refusal, detail)
      ), known AS (
        SELECT bid.*
          FROM offered,
               LATERAL (SELECT * FROM bidding.bid
                         WHERE trade = $1 AND paddle = offered.hand AND key = offered.key
                         LIMIT 1) bid
      ), moved AS (
        UPDATE bidding.auction
           SET version = $3, latest_at = $5, closed_at = $6, bell_at = $7
         WHERE trade = $1 AND version = $2 AND NOT EXISTS (SELECT FROM known)
        RETURNING trade, version
      ), kept AS (
        INSERT INTO bidding.snapshot (trade, version, auction)
        SELECT trade, version, CAST($4::text AS jsonb) FROM moved
            ON CONFLICT (trade)
            DO UPDATE SET version = excluded.version, auction = excluded.auction
      ), entered AS (
        INSERT INTO bidding.bid
               (trade, version, paddle, key, price_fen, act,
                placed_at, seq, closes_at, refusal, detail)
        SELECT moved.trade, offered.* FROM moved, offered
      ), awarded AS (
        INSERT INTO bidding.award
               (trade, attempt, winner, paddle, offer, runner_up,
                awarded_at, publicity_ends_at, state)
        SELECT trade, 1, $18::uuid, $19::text, CAST($20::text AS jsonb), $21::uuid,
               $6, $22::timestamptz, 'PUBLISHED'
          FROM moved WHERE $18::uuid IS NOT NULL
      ), told AS (
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $23::text, CAST($24::text AS jsonb), $6
          FROM moved WHERE $23::text IS NOT NULL
      )
      SELECT true AS moved, known.* FROM moved LEFT JOIN known ON false
      UNION ALL
      SELECT false, known.* FROM known
      """;

  private final Pool pool;

  PgClosingStore(Pool pool) {
    this.pool = pool;
  }

  /** Writes the round that closes a lot with its result, all or nothing. */
  Uni<Commitment> write(Round round, Optional<Result> result) {
    Lot after = round.after();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(after.trade().code());
    values.add(round.before().version());
    values.add(after.version());
    values.addAll(moved(after));
    values.addAll(PgBidStore.columns(round.recorded()));
    Optional<AwardView> award = result.flatMap(Result::award);
    values.add(award.map(it -> it.winner().id()).orElse(null));
    values.add(award.map(AwardView::paddle).orElse(null));
    values.add(award.map(it -> StoredAuction.write(it.offer())).orElse(null));
    values.add(award.flatMap(AwardView::runnerUp).map(PartyId::id).orElse(null));
    values.add(award.map(it -> at(it.publicityEndsAt())).orElse(null));
    Optional<MarketEvent> event = result.map(Result::event);
    values.add(event.map(EventJson::kind).orElse(null));
    values.add(event.map(EventJson::write).orElse(null));
    return pool.preparedQuery(CLOSE).execute(Tuple.from(values)).map(PgClosingStore::commitment);
  }

  private static List<@Nullable Object> moved(Lot lot) {
    Optional<Instant> closedAt =
        lot.auction() instanceof Closed closed ? Optional.of(closed.at()) : Optional.empty();
    return Arrays.asList(
        StoredAuction.write(lot.auction()),
        at(lot.latestAt()),
        closedAt.map(PgClosingStore::at).orElse(null),
        lot.bellAt().map(PgClosingStore::at).orElse(null));
  }

  private static Commitment commitment(RowSet<Row> rows) {
    List<RecordedAct> known = new ArrayList<>();
    for (Row row : rows) {
      if (row.getBoolean("moved")) {
        return new Commitment.Made();
      }
      known.add(PgBidStore.recorded(row));
    }
    return known.isEmpty() ? new Commitment.Outrun() : new Commitment.Repeated(known);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
