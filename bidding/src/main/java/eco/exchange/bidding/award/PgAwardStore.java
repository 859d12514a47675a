package eco.exchange.bidding.award;

import eco.exchange.bidding.lot.AuctionJson;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Awards in PostgreSQL; {@code PgLotStore} inserts the first when it closes a lot. */
@Singleton
public final class PgAwardStore implements AwardStore {

  private final Pool pool;

  public PgAwardStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Optional<AwardView>> award(TradeId trade) {
    return pool.preparedQuery(
            "SELECT * FROM bidding.award WHERE trade = $1 ORDER BY attempt DESC LIMIT 1")
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().findAny().map(PgAwardStore::award));
  }

  @Override
  public Uni<Optional<AwardView>> award(TradeId trade, int attempt) {
    return pool.preparedQuery("SELECT * FROM bidding.award WHERE trade = $1 AND attempt = $2")
        .execute(Tuple.of(trade.code(), attempt))
        .map(rows -> rows.stream().findAny().map(PgAwardStore::award));
  }

  @Override
  public Uni<Optional<LapseView>> lapse(TradeId trade, int attempt) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.lapse
             WHERE trade = $1 AND attempt = $2 ORDER BY number DESC LIMIT 1
            """)
        .execute(Tuple.of(trade.code(), attempt))
        .map(rows -> rows.stream().findAny().map(PgAwardStore::lapse));
  }

  @Override
  public Uni<Boolean> decide(AwardReview decision, MarketEvent event) {
    AwardView award = decision.award();
    return won(
        """
        WITH decided AS (
          UPDATE bidding.award
             SET state = $2, opinion = $3, reviewed_by = $4, decided_by = $5, decided_at = $6,
                 sign_by = $10
           WHERE trade = $1 AND attempt = $9 AND state = 'PUBLISHED'
          RETURNING trade
        )
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $7, CAST($8::text AS jsonb), $6 FROM decided
        """,
        award.trade().code(),
        award.state().name(),
        award.opinion().orElse(null),
        decision.reviewedBy().map(account -> account.id()).orElse(null),
        decision.decidedBy().id(),
        at(decision.decidedAt()),
        EventJson.kind(event),
        EventJson.write(event),
        award.attempt(),
        award.signBy().map(PgAwardStore::at).orElse(null));
  }

  @Override
  public Uni<Boolean> propose(LapseView lapse, MarketEvent event) {
    return won(
        """
        WITH standing AS (
          SELECT trade, attempt FROM bidding.award
           WHERE trade = $1 AND attempt = $2 AND state IN ('PUBLISHED', 'APPROVED')
             FOR UPDATE
        ), proposed AS (
          INSERT INTO bidding.lapse
                 (trade, attempt, number, cause, opinion, proposed_by, proposed_at, state)
          SELECT trade, attempt, $3, $4, $5, $6, $7, 'PROPOSED' FROM standing
              ON CONFLICT DO NOTHING
          RETURNING trade
        )
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $8, CAST($9::text AS jsonb), $7 FROM proposed
        """,
        lapse.trade().code(),
        lapse.attempt(),
        lapse.number(),
        lapse.cause().name(),
        lapse.opinion(),
        lapse.proposedBy().id(),
        at(lapse.proposedAt()),
        EventJson.kind(event),
        EventJson.write(event));
  }

  private static final String LAPSE =
      """
      WITH standing AS (
        SELECT trade, attempt FROM bidding.award
         WHERE trade = $1 AND attempt = $2 AND state IN ('PUBLISHED', 'APPROVED')
           FOR UPDATE
      ), confirmed AS (
        UPDATE bidding.lapse SET state = 'CONFIRMED', decided_by = $4, decided_at = $5
          FROM standing
         WHERE lapse.trade = standing.trade AND lapse.attempt = standing.attempt
           AND number = $3 AND state = 'PROPOSED'
        RETURNING lapse.trade, lapse.attempt
      ), lapsed AS (
        UPDATE bidding.award SET state = 'LAPSED'
          FROM confirmed
         WHERE award.trade = confirmed.trade AND award.attempt = confirmed.attempt
        RETURNING award.trade
      )
      INSERT INTO market.outbox (story, kind, body, recorded_at)
      SELECT trade, $6, CAST($7::text AS jsonb), $5 FROM lapsed
      """;

  @Override
  public Uni<Boolean> lapse(LapseView confirmed, MarketEvent event) {
    return won(
        LAPSE,
        confirmed.trade().code(),
        confirmed.attempt(),
        confirmed.number(),
        confirmed.decidedBy().orElseThrow().id(),
        at(confirmed.decidedAt().orElseThrow()),
        EventJson.kind(event),
        EventJson.write(event));
  }

  @Override
  public Uni<Boolean> dismiss(LapseView dismissed) {
    return won(
        """
        UPDATE bidding.lapse SET state = 'DISMISSED', decided_by = $4, decided_at = $5
         WHERE trade = $1 AND attempt = $2 AND number = $3 AND state = 'PROPOSED'
        """,
        dismissed.trade().code(),
        dismissed.attempt(),
        dismissed.number(),
        dismissed.decidedBy().orElseThrow().id(),
        at(dismissed.decidedAt().orElseThrow()));
  }

  private static final String PASS_ON =
      """
      WITH passed AS (
        UPDATE bidding.award SET passed_on = $3
         WHERE trade = $1 AND attempt = $2 AND state = 'LAPSED' AND passed_on IS NULL
        RETURNING trade, attempt
      ), awarded AS (
        INSERT INTO bidding.award
               (trade, attempt, winner, paddle, offer, awarded_at, publicity_ends_at, state)
        SELECT trade, attempt + 1, $7::uuid, $8::text, CAST($9::text AS jsonb), $4,
               $10::timestamptz, 'PUBLISHED'
          FROM passed WHERE $7::uuid IS NOT NULL
      )
      INSERT INTO market.outbox (story, kind, body, recorded_at)
      SELECT trade, $5, CAST($6::text AS jsonb), $4 FROM passed
      """;

  @Override
  public Uni<Boolean> passOn(PassingOn passing, MarketEvent event) {
    AwardView lapsed = passing.lapsed();
    Optional<AwardView> next = passing.next();
    return won(
        PASS_ON,
        lapsed.trade().code(),
        lapsed.attempt(),
        lapsed.passedOn().orElseThrow().name(),
        at(passing.at()),
        EventJson.kind(event),
        EventJson.write(event),
        next.map(it -> it.winner().id()).orElse(null),
        next.map(AwardView::paddle).orElse(null),
        next.map(it -> AuctionJson.write(it.offer())).orElse(null),
        next.map(it -> at(it.publicityEndsAt())).orElse(null));
  }

  private Uni<Boolean> won(String sql, @Nullable Object... values) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(Arrays.asList(values)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static AwardView award(Row row) {
    return new AwardView(
        new TradeId(row.getString("trade")),
        row.getInteger("attempt"),
        new PartyId(row.getUUID("winner")),
        row.getString("paddle"),
        AuctionJson.offer(row.getJsonObject("offer").encode()),
        Optional.ofNullable(row.getUUID("runner_up")).map(PartyId::new),
        moment(row, "awarded_at").orElseThrow(),
        moment(row, "publicity_ends_at").orElseThrow(),
        AwardView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("opinion")),
        moment(row, "sign_by"),
        Optional.ofNullable(row.getString("passed_on")).map(AwardView.PassedOn::valueOf));
  }

  private static LapseView lapse(Row row) {
    return new LapseView(
        new TradeId(row.getString("trade")),
        row.getInteger("attempt"),
        row.getInteger("number"),
        LapseCause.valueOf(row.getString("cause")),
        row.getString("opinion"),
        new AccountId(row.getUUID("proposed_by")),
        moment(row, "proposed_at").orElseThrow(),
        LapseView.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getUUID("decided_by")).map(AccountId::new),
        moment(row, "decided_at"));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
