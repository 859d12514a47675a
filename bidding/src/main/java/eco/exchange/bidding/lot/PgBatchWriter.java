package eco.exchange.bidding.lot;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statement that writes the batches of several lots to PostgreSQL. */
final class PgBatchWriter {

  // One statement, hence one transaction and one round trip, however many lots and bids. If another
  // node has moved a lot, or holds it just now, its version no longer fits and nothing of it is
  // written; so two nodes can never enter one name, and what is known cannot change meanwhile.
  // The lots are held in the order of their codes, so that two nodes never wait for each other. The
  // LIMIT keeps the planner on the key, although the book may be long and the batch, too.
  // The client keeps no prepared statement of over 2,048 characters, and this one must be kept.
  private static final String COMMIT =
      """
      WITH lot AS (
        SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[],
                             $6::timestamptz[])
            AS lot (trade, version, next, auction, latest_at, bell_at)
      ), held AS (
        SELECT trade FROM bidding.auction JOIN lot USING (trade, version)
         ORDER BY trade FOR UPDATE OF auction
      ), offered AS (
        SELECT trade, version, hand, key, price_fen, CAST(act AS jsonb),
               placed_at, seq, closes_at, refusal, detail
          FROM unnest($7::text[], $8::bigint[], $9::text[], $10::text[], $11::bigint[],
                      $12::text[], $13::timestamptz[], $14::bigint[], $15::timestamptz[],
                      $16::text[], $17::text[])
            AS bid (trade, version, hand, key, price_fen, act,
                    placed_at, seq, closes_at, refusal, detail)
      ), known AS (
        SELECT bid.*
          FROM offered,
               LATERAL (SELECT * FROM bidding.bid
                         WHERE trade = offered.trade AND paddle = hand AND key = offered.key
                         LIMIT 1) bid
      ), moved AS (
        UPDATE bidding.auction
           SET version = next, latest_at = lot.latest_at, bell_at = lot.bell_at
          FROM lot JOIN held USING (trade)
         WHERE auction.trade = lot.trade AND auction.version = lot.version
           AND NOT EXISTS (SELECT FROM known WHERE known.trade = lot.trade)
        RETURNING auction.trade, next, lot.auction AS state
      ), kept AS (
        INSERT INTO bidding.snapshot (trade, version, auction)
        SELECT trade, next, CAST(state AS jsonb) FROM moved WHERE state IS NOT NULL
            ON CONFLICT (trade)
            DO UPDATE SET version = excluded.version, auction = excluded.auction
      ), entered AS (
        INSERT INTO bidding.bid
               (trade, version, paddle, key, price_fen, act,
                placed_at, seq, closes_at, refusal, detail)
        SELECT offered.* FROM offered WHERE trade IN (SELECT trade FROM moved)
      )
      SELECT moved.trade AS moved, known.* FROM moved LEFT JOIN known ON false
      UNION ALL
      SELECT NULL, known.* FROM known
      """;

  private PgBatchWriter() {}

  /** Writes batches of different lots, and tells what became of each, in order. */
  static Uni<List<CommitResult>> write(SqlClient client, List<ActBatch> batches) {
    List<RecordedAct> acts = batches.stream().flatMap(batch -> batch.recorded().stream()).toList();
    Stream<String> lotOfEach =
        batches.stream()
            .flatMap(it -> it.recorded().stream().map(act -> it.after().trade().code()));
    List<Object> values = new ArrayList<>();
    values.add(column(batches, it -> it.after().trade().code()).toArray(String[]::new));
    values.add(column(batches, it -> it.before().version()).toArray(Long[]::new));
    values.add(column(batches, it -> it.after().version()).toArray(Long[]::new));
    values.add(column(batches, PgBatchWriter::kept).toArray(String[]::new));
    values.add(column(batches, it -> at(it.after().latestAt())).toArray(OffsetDateTime[]::new));
    values.add(column(batches, it -> bell(it.after())).toArray(OffsetDateTime[]::new));
    values.add(lotOfEach.toArray(String[]::new));
    values.addAll(PgRecordedAct.columns(acts));
    return client
        .preparedQuery(COMMIT)
        .execute(Tuple.from(values))
        .map(rows -> commitments(batches, rows));
  }

  private static List<CommitResult> commitments(List<ActBatch> batches, RowSet<Row> rows) {
    Set<String> moved = new HashSet<>();
    Map<String, List<RecordedAct>> known = new HashMap<>();
    for (Row row : rows) {
      @Nullable String trade = row.getString("moved");
      if (trade == null) {
        known
            .computeIfAbsent(row.getString("trade"), lot -> new ArrayList<>())
            .add(PgRecordedAct.recorded(row));
      } else {
        moved.add(trade);
      }
    }
    return batches.stream().map(it -> commitment(it.after().trade().code(), moved, known)).toList();
  }

  private static CommitResult commitment(
      String trade, Set<String> moved, Map<String, List<RecordedAct>> known) {
    if (moved.contains(trade)) {
      return new CommitResult.Made();
    }
    @Nullable List<RecordedAct> repeated = known.get(trade);
    return repeated == null ? new CommitResult.Outrun() : new CommitResult.Repeated(repeated);
  }

  private static @Nullable String kept(ActBatch batch) {
    return batch.needsNoSnapshot() ? null : AuctionJson.write(batch.after().auction());
  }

  private static @Nullable OffsetDateTime bell(Lot lot) {
    return lot.bellAt().map(PgBatchWriter::at).orElse(null);
  }

  private static <T> List<@Nullable T> column(
      List<ActBatch> batches, Function<ActBatch, @Nullable T> value) {
    List<@Nullable T> column = new ArrayList<>();
    batches.forEach(batch -> column.add(value.apply(batch)));
    return column;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
