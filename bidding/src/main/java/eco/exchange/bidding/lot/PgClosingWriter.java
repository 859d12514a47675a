package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Auction.Closed;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.PartyId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The transaction that closes a lot in PostgreSQL: its last batch, with the result. */
final class PgClosingWriter {

  private static final String CLOSE =
      """
      WITH closed AS (
        UPDATE bidding.auction SET closed_at = $2 WHERE trade = $1 RETURNING trade
      ), awarded AS (
        INSERT INTO bidding.award
               (trade, attempt, winner, paddle, offer, runner_up,
                awarded_at, publicity_ends_at, state)
        SELECT trade, 1, $3::uuid, $4::text, CAST($5::text AS jsonb), $6::uuid,
               $2, $7::timestamptz, 'PUBLISHED'
          FROM closed WHERE $3::uuid IS NOT NULL
      )
      INSERT INTO market.outbox (story, kind, body, recorded_at)
      SELECT trade, $8::text, CAST($9::text AS jsonb), $2
        FROM closed WHERE $8::text IS NOT NULL
      """;

  private PgClosingWriter() {}

  /**
   * Writes the batch that closes a lot as any other batch, and its result with it, all or nothing.
   */
  static Uni<CommitResult> write(
      Pool pool, ActBatch batch, Closed closed, Optional<LotResult> result) {
    return pool.withTransaction(
        transaction ->
            PgBatchWriter.write(transaction, List.of(batch))
                .map(List::getFirst)
                .call(
                    commitment ->
                        commitment instanceof CommitResult.Made
                            ? close(transaction, batch.after(), closed, result)
                            : Uni.createFrom().voidItem()));
  }

  private static Uni<Void> close(
      SqlClient transaction, Lot lot, Closed closed, Optional<LotResult> result) {
    Optional<LotAwarded> award = result.flatMap(LotResult::award);
    Optional<MarketEvent> event = result.map(LotResult::event);
    return transaction
        .preparedQuery(CLOSE)
        .execute(
            Tuple.from(
                Arrays.asList(
                    lot.trade().code(),
                    at(closed.at()),
                    award.map(it -> it.winner().id()).orElse(null),
                    award.map(LotAwarded::paddle).orElse(null),
                    award.map(it -> AuctionJson.write(it.offer())).orElse(null),
                    award.flatMap(LotAwarded::runnerUp).map(PartyId::id).orElse(null),
                    award.map(it -> at(it.publicityEndsAt())).orElse(null),
                    event.map(EventJson::kind).orElse(null),
                    event.map(EventJson::write).orElse(null))))
        .replaceWithVoid();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
