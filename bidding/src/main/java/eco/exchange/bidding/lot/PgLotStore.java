package eco.exchange.bidding.lot;

import static java.util.stream.Collectors.toSet;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.bidding.lot.BidStore.Mark;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.storage.GroupCommit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lots and their batches in PostgreSQL. */
@Singleton
public final class PgLotStore implements LotStore {

  /** How many lots one statement moves; a second one is judged while the first is flushed. */
  private static final int BATCHES_MAX = 64;

  private static final int UNDER_WAY_MAX = 2;

  private final Pool pool;
  private final PgBidStore book;
  private final GroupCommit<ActBatch, CommitResult> batches;

  public PgLotStore(Pool pool) {
    this.pool = pool;
    this.book = new PgBidStore(pool);
    this.batches =
        new GroupCommit<>(
            new GroupCommit.Manner<>(
                batch -> batch.after().trade(), batch -> 1, BATCHES_MAX, UNDER_WAY_MAX),
            many -> PgBatchWriter.write(pool, many));
  }

  @Override
  public Uni<Boolean> schedule(Lot lot) {
    return pool.preparedQuery(
            """
            WITH scheduled AS (
              INSERT INTO bidding.auction
                     (trade, transferor, version, applicants, latest_at, bell_at)
              VALUES ($1, $2, $3, 0, $5, $6)
                  ON CONFLICT DO NOTHING
              RETURNING trade, version
            )
            INSERT INTO bidding.snapshot (trade, version, auction)
            SELECT trade, version, CAST($4::text AS jsonb) FROM scheduled
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    lot.trade().code(),
                    lot.transferor().id(),
                    lot.version(),
                    AuctionJson.write(lot.auction()),
                    at(lot.latestAt()),
                    lot.bellAt().map(PgLotStore::at).orElse(null))))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Optional<Lot>> lot(TradeId trade) {
    return pool.preparedQuery(
            """
            SELECT auction.*, snapshot.version AS kept, snapshot.auction AS kept_auction,
                   ARRAY(SELECT bidder FROM bidding.paddle
                          WHERE trade = auction.trade ORDER BY paddle) AS bidders,
                   ARRAY(SELECT paddle FROM bidding.paddle
                          WHERE trade = auction.trade ORDER BY paddle) AS paddles,
                   ARRAY(SELECT bidder FROM bidding.paddle
                          WHERE trade = auction.trade AND is_suspended) AS suspended
              FROM bidding.auction JOIN bidding.snapshot USING (trade)
             WHERE trade = $1
            """)
        .execute(Tuple.of(trade.code()))
        .chain(
            rows ->
                rows.stream()
                    .findAny()
                    .map(row -> carriedOn(row).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  // What is in the book up to a version that stands can change no more: it may be read after.
  private Uni<Lot> carriedOn(Row row) {
    Lot kept = read(row);
    Mark mark = new Mark(row.getLong("kept"), kept.auction().standing(kept.latestAt()).seq());
    int acts = Math.toIntExact(kept.version() - mark.version());
    return acts == 0
        ? Uni.createFrom().item(kept)
        : book.record(kept.trade(), mark, acts).map(kept::carriedOn);
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
        .map(PgLotStore::trades);
  }

  // Closings are rare and bring a result; all other batches are written together.
  @Override
  public Uni<CommitResult> commit(ActBatch batch, Optional<LotResult> result) {
    return batch.after().auction() instanceof Closed closed
        ? PgClosingWriter.write(pool, batch, closed, result)
        : batches.take(batch);
  }

  @Override
  public Uni<List<TradeId>> due(Instant now, int limit) {
    return pool.preparedQuery(
            "SELECT trade FROM bidding.auction WHERE bell_at <= $1 ORDER BY bell_at LIMIT $2")
        .execute(Tuple.of(at(now), limit))
        .map(PgLotStore::trades);
  }

  private static List<TradeId> trades(RowSet<Row> rows) {
    return rows.stream().map(row -> new TradeId(row.getString("trade"))).toList();
  }

  // Its auction is the one that was kept last.
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
        AuctionJson.auction(row.getJsonObject("kept_auction").encode()),
        moment(row, "latest_at"),
        row.getInteger("applicants"),
        admitted,
        Arrays.stream(row.getArrayOfUUIDs("suspended")).map(PartyId::new).collect(toSet()));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
