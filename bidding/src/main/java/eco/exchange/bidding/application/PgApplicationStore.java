package eco.exchange.bidding.application;

import eco.exchange.bidding.application.Application.Paper;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.outbox.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applications and paddles in PostgreSQL.
 *
 * <p>Each act is one statement, hence one transaction. It writes through the row that it wins: the
 * lot at the version that was judged, or the application that is still undecided.
 */
@Singleton
public final class PgApplicationStore implements ApplicationStore {

  private final Pool pool;

  public PgApplicationStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<ApplicationView>> earlier(ApplicationId id, TradeId trade, PartyId bidder) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.application WHERE id = $1
             UNION
            SELECT * FROM bidding.application WHERE trade = $2 AND bidder = $3
            """)
        .execute(Tuple.of(id.id(), trade.code(), bidder.id()))
        .map(rows -> rows.stream().map(PgApplicationRow::read).toList());
  }

  private static final String ADD =
      """
      WITH lot AS (
        UPDATE bidding.auction
           SET applicants = applicants + 1, version = version + 1, bell_at = $11
         WHERE trade = $1 AND version = $2 AND closed_at IS NULL
        RETURNING trade
      ), added AS (
        INSERT INTO bidding.application
               (id, trade, bidder, applied_by, paper_names, paper_sha256s, applied_at, state,
                code, related, priority_claim)
        SELECT $3, trade, $4, $5, $6, $7, $8, 'APPLIED', $12, $13, $14 FROM lot
        RETURNING trade, applied_at
      )
      INSERT INTO market.outbox (story, kind, body, recorded_at)
      SELECT trade, $9, CAST($10::text AS jsonb), applied_at FROM added
      """;

  @Override
  public Uni<Boolean> add(ApplicationView application, Lot lot, MarketEvent event) {
    List<Paper> papers = application.papers();
    return won(
        ADD,
        application.trade().code(),
        lot.version(),
        application.id().id(),
        application.bidder().id(),
        application.appliedBy().id(),
        papers.stream().map(Paper::name).toArray(String[]::new),
        papers.stream().map(Paper::sha256).toArray(String[]::new),
        application.appliedAt().atOffset(ZoneOffset.UTC),
        EventJson.kind(event),
        EventJson.write(event),
        // Now it waits for the bidding; and as long as applications are taken, that lies ahead.
        lot.auction().bellAt().orElseThrow().atOffset(ZoneOffset.UTC),
        application.code(),
        application.related().toArray(String[]::new),
        application.priority().map(Enum::name).orElse(null));
  }

  private static final String WITHDRAW =
      """
      WITH lot AS (
        UPDATE bidding.auction
           SET applicants = applicants - 1, version = version + 1, bell_at = $5
         WHERE trade = $1 AND version = $2 AND closed_at IS NULL
           AND EXISTS (SELECT FROM bidding.application
                        WHERE id = $3 AND state IN ('APPLIED', 'QUALIFIED'))
        RETURNING trade
      ), taken AS (
        DELETE FROM bidding.paddle USING lot
         WHERE paddle.trade = lot.trade AND paddle.bidder = $6
      ), withdrawn AS (
        UPDATE bidding.application SET state = 'WITHDRAWN', withdrawn_at = $4
          FROM lot WHERE application.id = $3
        RETURNING application.trade, withdrawn_at
      )
      INSERT INTO market.outbox (story, kind, body, recorded_at)
      SELECT trade, $7, CAST($8::text AS jsonb), withdrawn_at FROM withdrawn
      """;

  @Override
  public Uni<Boolean> withdraw(ApplicationView withdrawn, Lot lot, MarketEvent event) {
    return won(
        WITHDRAW,
        withdrawn.trade().code(),
        lot.version(),
        withdrawn.id().id(),
        withdrawn.withdrawnAt().orElseThrow().atOffset(ZoneOffset.UTC),
        lot.without(withdrawn.bidder()).bellAt().orElseThrow().atOffset(ZoneOffset.UTC),
        withdrawn.bidder().id(),
        EventJson.kind(event),
        EventJson.write(event));
  }

  @Override
  public Uni<Boolean> decide(ApplicationView decided, MarketEvent event) {
    return won(
        """
        WITH decided AS (
          UPDATE bidding.application
             SET state = $2, opinion = $3, decided_by = $4, decided_at = $5, priority_rank = $8
           WHERE id = $1 AND state = 'APPLIED'
          RETURNING trade, decided_at
        )
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $6, CAST($7::text AS jsonb), decided_at FROM decided
        """,
        decided.id().id(),
        decided.state().name(),
        decided.opinion().orElseThrow(),
        decided.decidedBy().orElseThrow().id(),
        decided.decidedAt().orElseThrow().atOffset(ZoneOffset.UTC),
        EventJson.kind(event),
        EventJson.write(event),
        decided.rank().orElse(null));
  }

  @Override
  public Uni<Boolean> admit(PaddleView paddle, long version, MarketEvent event) {
    return won(
        """
        WITH lot AS (
          UPDATE bidding.auction SET version = version + 1
           WHERE trade = $1 AND version = $2 AND closed_at IS NULL
          RETURNING trade
        ), admitted AS (
          INSERT INTO bidding.paddle (trade, paddle, bidder, admitted_at)
          SELECT trade, $3, $4, $5 FROM lot
          RETURNING trade, admitted_at
        )
        INSERT INTO market.outbox (story, kind, body, recorded_at)
        SELECT trade, $6, CAST($7::text AS jsonb), admitted_at FROM admitted
        """,
        paddle.trade().code(),
        version,
        paddle.paddle(),
        paddle.bidder().id(),
        paddle.admittedAt().atOffset(ZoneOffset.UTC),
        EventJson.kind(event),
        EventJson.write(event));
  }

  @Override
  public Uni<Boolean> suspend(TradeId trade, PartyId bidder, boolean isSuspended, long version) {
    return won(
        """
        WITH lot AS (
          UPDATE bidding.auction SET version = version + 1
           WHERE trade = $1 AND version = $2 AND closed_at IS NULL
          RETURNING trade
        )
        UPDATE bidding.paddle SET is_suspended = $4 FROM lot
         WHERE paddle.trade = lot.trade AND paddle.bidder = $3
        """,
        trade.code(),
        version,
        bidder.id(),
        isSuspended);
  }

  private Uni<Boolean> won(String sql, @Nullable Object... values) {
    return pool.preparedQuery(sql)
        .execute(Tuple.from(Arrays.asList(values)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Optional<ApplicationView>> application(ApplicationId id) {
    return pool.preparedQuery("SELECT * FROM bidding.application WHERE id = $1")
        .execute(Tuple.of(id.id()))
        .map(rows -> rows.stream().findAny().map(PgApplicationRow::read));
  }

  @Override
  public Uni<Optional<ApplicationView>> applicationOf(TradeId trade, PartyId bidder) {
    return pool.preparedQuery("SELECT * FROM bidding.application WHERE trade = $1 AND bidder = $2")
        .execute(Tuple.of(trade.code(), bidder.id()))
        .map(rows -> rows.stream().findAny().map(PgApplicationRow::read));
  }

  @Override
  public Uni<List<ApplicationView>> standing(TradeId trade) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.application
             WHERE trade = $1 AND state IN ('APPLIED', 'QUALIFIED') ORDER BY number
            """)
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().map(PgApplicationRow::read).toList());
  }

  @Override
  public Uni<Page<ApplicationView>> ofTrade(TradeId trade, Optional<String> after, int limit) {
    return page(
        """
        SELECT * FROM bidding.application
         WHERE trade = $1 AND number > $2 ORDER BY number LIMIT $3 + 1
        """,
        trade.code(),
        after,
        limit);
  }

  @Override
  public Uni<Page<ApplicationView>> ofBidder(PartyId bidder, Optional<String> after, int limit) {
    return page(
        """
        SELECT * FROM bidding.application
         WHERE bidder = $1 AND number > $2 ORDER BY number LIMIT $3 + 1
        """,
        bidder.id(),
        after,
        limit);
  }

  private Uni<Page<ApplicationView>> page(
      String sql, Object of, Optional<String> after, int limit) {
    return pool.preparedQuery(sql)
        .execute(Tuple.of(of, after.map(Long::valueOf).orElse(0L), limit))
        .map(rows -> PgApplicationRow.page(rows, limit));
  }

  @Override
  public Uni<Optional<PaddleView>> paddle(TradeId trade, PartyId bidder) {
    return pool.preparedQuery("SELECT * FROM bidding.paddle WHERE trade = $1 AND bidder = $2")
        .execute(Tuple.of(trade.code(), bidder.id()))
        .map(
            rows ->
                rows.stream()
                    .findAny()
                    .map(
                        row ->
                            new PaddleView(
                                trade,
                                bidder,
                                row.getString("paddle"),
                                row.getOffsetDateTime("admitted_at").toInstant())));
  }
}
