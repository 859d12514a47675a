package eco.exchange.bidding;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lots and their rounds in PostgreSQL. */
@Singleton
final class PgAuctionStore implements AuctionStore {

  private final Pool pool;
  private final SharedCommit shared;

  PgAuctionStore(Pool pool) {
    this.pool = pool;
    this.shared = new SharedCommit(new PgRoundStore(pool));
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return pool.preparedQuery(
            """
            INSERT INTO bidding.auction
                   (trade, transferor, version, applicants, auction, latest_at, bell_at)
            VALUES ($1, $2, $3, 0, CAST($4::text AS jsonb), $5, $6)
                ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    lot.trade().code(),
                    lot.transferor().id(),
                    lot.version(),
                    StoredAuction.write(lot.auction()),
                    at(lot.latestAt()),
                    lot.bellAt().map(PgAuctionStore::at).orElse(null))))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    return pool.preparedQuery(
            """
            SELECT auction.*,
                   ARRAY(SELECT bidder FROM bidding.paddle
                          WHERE trade = auction.trade ORDER BY paddle) AS bidders,
                   ARRAY(SELECT paddle FROM bidding.paddle
                          WHERE trade = auction.trade ORDER BY paddle) AS paddles
              FROM bidding.auction
             WHERE trade = $1
            """)
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().findAny().map(PgAuctionStore::read));
  }

  @Override
  public Uni<List<TradeId>> moved(Map<TradeId, Long> known) {
    List<Map.Entry<TradeId, Long>> lots = List.copyOf(known.entrySet());
    return pool.preparedQuery(
            """
            SELECT trade
              FROM unnest($1::text[], $2::bigint[]) AS known (trade, version)
              JOIN bidding.auction USING (trade)
             WHERE auction.version <> known.version
            """)
        .execute(
            Tuple.of(
                lots.stream().map(lot -> lot.getKey().code()).toArray(String[]::new),
                lots.stream().map(Map.Entry::getValue).toArray(Long[]::new)))
        .map(PgAuctionStore::trades);
  }

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
           SET version = $3, auction = CAST($4::text AS jsonb), latest_at = $5,
               closed_at = $6, bell_at = $7
         WHERE trade = $1 AND version = $2 AND NOT EXISTS (SELECT FROM known)
        RETURNING trade
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

  // Closings are rare and bring a result; all other rounds are written together.
  @Override
  public Uni<Commitment> commit(Round round, Optional<Result> result) {
    return round.after().isClosed() ? close(round, result) : shared.commit(round);
  }

  private Uni<Commitment> close(Round round, Optional<Result> result) {
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
    return pool.preparedQuery(CLOSE).execute(Tuple.from(values)).map(PgAuctionStore::commitment);
  }

  private static List<@Nullable Object> moved(Lot lot) {
    Optional<Instant> closedAt =
        lot.auction() instanceof Closed closed ? Optional.of(closed.at()) : Optional.empty();
    return Arrays.asList(
        StoredAuction.write(lot.auction()),
        at(lot.latestAt()),
        closedAt.map(PgAuctionStore::at).orElse(null),
        lot.bellAt().map(PgAuctionStore::at).orElse(null));
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

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return pool.preparedQuery(
            "SELECT trade FROM bidding.auction WHERE bell_at <= $1 ORDER BY bell_at LIMIT $2")
        .execute(Tuple.of(at(now), limit))
        .map(PgAuctionStore::trades);
  }

  private static List<TradeId> trades(RowSet<Row> rows) {
    return rows.stream().map(row -> new TradeId(row.getString("trade"))).toList();
  }

  private static Lot read(Row row) {
    UUID[] bidders = row.getArrayOfUUIDs("bidders");
    String[] paddles = row.getArrayOfStrings("paddles");
    Map<PartyId, String> admitted = new HashMap<>();
    for (int i = 0; i < bidders.length; i++) {
      admitted.put(new PartyId(bidders[i]), paddles[i]);
    }
    return new Lot(
        new TradeId(row.getString("trade")),
        new PartyId(row.getUUID("transferor")),
        row.getLong("version"),
        StoredAuction.auction(row.getJsonObject("auction").encode()),
        moment(row, "latest_at"),
        row.getInteger("applicants"),
        admitted);
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
