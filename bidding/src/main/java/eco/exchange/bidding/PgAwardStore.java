package eco.exchange.bidding;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Awards in PostgreSQL; {@link PgAuctionStore} inserts them when it closes a lot. */
@Singleton
final class PgAwardStore implements AwardStore {

  private final Pool pool;

  PgAwardStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Optional<AwardView>> award(TradeId trade) {
    return pool.preparedQuery(
            "SELECT * FROM bidding.award WHERE trade = $1 ORDER BY attempt DESC LIMIT 1")
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().findAny().map(PgAwardStore::read));
  }

  @Override
  public Uni<Boolean> decide(Decision decision, MarketEvent event) {
    AwardView award = decision.award();
    return pool.preparedQuery(
            """
            WITH decided AS (
              UPDATE bidding.award
                 SET state = $2, opinion = $3, reviewed_by = $4, decided_by = $5, decided_at = $6
               WHERE trade = $1 AND attempt = $9 AND state = 'PUBLISHED'
              RETURNING trade
            )
            INSERT INTO market.outbox (story, kind, body, recorded_at)
            SELECT trade, $7, CAST($8::text AS jsonb), $6 FROM decided
            """)
        .execute(
            Tuple.from(
                Arrays.asList(
                    award.trade().code(),
                    award.state().name(),
                    award.opinion().orElse(null),
                    decision.reviewedBy().map(account -> account.id()).orElse(null),
                    decision.decidedBy().id(),
                    decision.decidedAt().atOffset(ZoneOffset.UTC),
                    EventJson.kind(event),
                    EventJson.write(event),
                    award.attempt())))
        .map(rows -> rows.rowCount() == 1);
  }

  private static AwardView read(Row row) {
    return new AwardView(
        new TradeId(row.getString("trade")),
        row.getInteger("attempt"),
        new PartyId(row.getUUID("winner")),
        row.getString("paddle"),
        StoredAuction.offer(row.getJsonObject("offer").encode()),
        Optional.ofNullable(row.getUUID("runner_up")).map(PartyId::new),
        moment(row, "awarded_at"),
        moment(row, "publicity_ends_at"),
        AwardView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("opinion")));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
