package eco.exchange.bidding.lot;

import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;

/** The books of bids in PostgreSQL. */
@Singleton
public final class PgBidStore implements BidStore {

  private final Pool pool;

  public PgBidStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<RecordedAct>> recorded(TradeId trade, List<Name> names) {
    String[] hands = names.stream().map(Name::hand).toArray(String[]::new);
    String[] keys = names.stream().map(Name::key).toArray(String[]::new);
    return pool.preparedQuery(
            """
            SELECT bid.*
              FROM unnest($2::text[], $3::text[]) AS asked (hand, key),
                   LATERAL (SELECT * FROM bidding.bid
                             WHERE trade = $1 AND paddle = asked.hand AND key = asked.key
                             LIMIT 1) bid
            """)
        .execute(Tuple.of(trade.code(), hands, keys))
        .map(rows -> rows.stream().map(PgRecordedAct::recorded).toList());
  }

  // Bids have the index of the public log, and what is noted one of its own: no third is needed.
  @Override
  public Uni<List<RecordedAct>> record(TradeId trade, Mark after, int limit) {
    return pool.preparedQuery(
            """
            (SELECT * FROM bidding.bid
              WHERE trade = $1 AND seq > $3
              ORDER BY seq LIMIT $4)
            UNION ALL
            (SELECT * FROM bidding.bid
              WHERE trade = $1 AND version > $2 AND seq IS NULL AND refusal IS NULL
              ORDER BY version LIMIT $4)
             ORDER BY version LIMIT $4
            """)
        .execute(Tuple.of(trade.code(), after.version(), after.seq(), limit))
        .map(rows -> rows.stream().map(PgRecordedAct::recorded).toList());
  }

  @Override
  public Uni<List<BidView>> log(TradeId trade, long after, int limit) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.bid
             WHERE trade = $1 AND seq > $2
             ORDER BY seq
             LIMIT $3
            """)
        .execute(Tuple.of(trade.code(), after, limit))
        .map(rows -> rows.stream().map(PgBidStore::view).toList());
  }

  private static BidView view(Row row) {
    return new BidView(
        row.getLong("seq"),
        row.getString("paddle"),
        new Money(row.getLong("price_fen")),
        PgRecordedAct.moment(row, "placed_at"),
        PgRecordedAct.moment(row, "closes_at"),
        RecordedAct.isRaise(row.getString("key")));
  }
}
