package eco.exchange.bidding;

import eco.exchange.bidding.Auction.Bid;
import eco.exchange.bidding.Auction.Closed;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.LotTerms;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
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

  PgAuctionStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return pool.preparedQuery(
            """
            INSERT INTO bidding.auction (
                   trade, transferor, reserve_fen, increment_fen, deposit_fen,
                   applications_close_at, deposits_due_at, opens_at, free_until, quiet_time_ms,
                   rule_edition, version, applicants, seq, extensions,
                   closes_at, latest_at, bell_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                   $11, $12, 0, 0, 0, $9, $13, $14)
                ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.from(scheduled(lot)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static List<@Nullable Object> scheduled(Lot lot) {
    LotTerms terms = lot.auction().terms();
    return Arrays.asList(
        lot.trade().code(),
        lot.transferor().id(),
        terms.reserve().fen(),
        terms.increment().fen(),
        terms.deposit().fen(),
        at(terms.applicationsCloseAt()),
        at(terms.depositsDueAt()),
        at(terms.opensAt()),
        at(terms.closesAt()),
        terms.quietTime().toMillis(),
        terms.ruleEdition(),
        lot.version(),
        at(lot.latestAt()),
        lot.bellAt().map(PgAuctionStore::at).orElse(null));
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

  // One statement, hence one transaction and one round trip, however many bids. If another node
  // has moved the lot, or holds it just now, the version no longer fits and nothing is written; so
  // two nodes can never enter one name, and what is known cannot change under this statement.
  // The LIMIT keeps the planner on the key, although the book may be long and the batch, too.
  private static final String COMMIT =
      """
      WITH offered AS (
        SELECT * FROM unnest($13::bigint[], $14::text[], $15::text[], $16::bigint[],
                             $17::timestamptz[], $18::bigint[], $19::timestamptz[],
                             $20::text[], $21::text[])
            AS bid (version, paddle, key, price_fen, placed_at, seq, closes_at, refusal, detail)
      ), known AS (
        SELECT bid.*
          FROM offered,
               LATERAL (SELECT * FROM bidding.bid
                         WHERE trade = $1 AND paddle = offered.paddle AND key = offered.key
                         LIMIT 1) bid
      ), moved AS (
        UPDATE bidding.auction
           SET version = $3, seq = $4, leading_paddle = $5, leading_price_fen = $6,
               leading_at = $7, extensions = $8, closes_at = $9, latest_at = $10,
               closed_at = $11, bell_at = $12
         WHERE trade = $1 AND version = $2 AND NOT EXISTS (SELECT FROM known)
        RETURNING trade
      ), entered AS (
        INSERT INTO bidding.bid
               (trade, version, paddle, key, price_fen, placed_at, seq, closes_at, refusal, detail)
        SELECT moved.trade, offered.* FROM moved, offered
      ), awarded AS (
        INSERT INTO bidding.award
               (trade, winner, paddle, price_fen, awarded_at, publicity_ends_at, state)
        SELECT trade, $22::uuid, $5, $6, $11, $23::timestamptz, 'PUBLISHED'
          FROM moved WHERE $22::uuid IS NOT NULL
      ), told AS (
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $24::text, CAST($25::text AS jsonb), $11
          FROM moved WHERE $24::text IS NOT NULL
      )
      SELECT true AS moved, known.* FROM moved LEFT JOIN known ON false
      UNION ALL
      SELECT false, known.* FROM known
      """;

  @Override
  public Uni<Commitment> commit(Round round, Optional<Result> result) {
    Lot after = round.after();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(after.trade().code());
    values.add(round.before().version());
    values.add(after.version());
    values.addAll(standing(after));
    values.addAll(PgBidStore.columns(round.recorded()));
    Optional<AwardView> award = result.flatMap(Result::award);
    values.add(award.map(it -> it.winner().id()).orElse(null));
    values.add(award.map(it -> at(it.publicityEndsAt())).orElse(null));
    Optional<MarketEvent> event = result.map(Result::event);
    values.add(event.map(EventJson::kind).orElse(null));
    values.add(event.map(EventJson::write).orElse(null));
    return pool.preparedQuery(COMMIT).execute(Tuple.from(values)).map(PgAuctionStore::commitment);
  }

  private static List<@Nullable Object> standing(Lot lot) {
    Standing standing = lot.auction().standing();
    Optional<Bid> leading = standing.leading();
    Optional<Instant> closedAt =
        lot.auction() instanceof Closed closed ? Optional.of(closed.closedAt()) : Optional.empty();
    return Arrays.asList(
        standing.seq(),
        leading.map(Bid::paddle).orElse(null),
        leading.map(bid -> bid.price().fen()).orElse(null),
        leading.map(bid -> at(bid.placedAt())).orElse(null),
        standing.extensions(),
        at(standing.closesAt()),
        at(lot.latestAt()),
        closedAt.map(PgAuctionStore::at).orElse(null),
        lot.bellAt().map(PgAuctionStore::at).orElse(null));
  }

  private static Commitment commitment(RowSet<Row> rows) {
    List<RecordedBid> known = new ArrayList<>();
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
        .map(rows -> rows.stream().map(row -> new TradeId(row.getString("trade"))).toList());
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
        Auction.of(terms(row), standing(row), instant(row, "closed_at")),
        moment(row, "latest_at"),
        row.getInteger("applicants"),
        admitted);
  }

  private static LotTerms terms(Row row) {
    return new LotTerms(
        new Money(row.getLong("reserve_fen")),
        new Money(row.getLong("increment_fen")),
        new Money(row.getLong("deposit_fen")),
        moment(row, "applications_close_at"),
        moment(row, "deposits_due_at"),
        moment(row, "opens_at"),
        moment(row, "free_until"),
        Duration.ofMillis(row.getLong("quiet_time_ms")),
        row.getString("rule_edition"));
  }

  private static Standing standing(Row row) {
    Optional<Bid> leading =
        instant(row, "leading_at")
            .map(
                placedAt ->
                    new Bid(
                        row.getString("leading_paddle"),
                        new Money(row.getLong("leading_price_fen")),
                        placedAt));
    return new Standing(
        leading, row.getLong("seq"), row.getInteger("extensions"), moment(row, "closes_at"));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
