package eco.exchange.bidding;

import eco.exchange.bidding.BidAnswer.Accepted;
import eco.exchange.bidding.BidAnswer.Refused;
import eco.exchange.bidding.RecordedBid.Name;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The books of bids in PostgreSQL: how they are read, and the values in which they are written. */
@Singleton
final class PgBidStore implements BidStore {

  private final Pool pool;

  PgBidStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<RecordedBid>> recorded(TradeId trade, List<Name> names) {
    String[] paddles = names.stream().map(Name::paddle).toArray(String[]::new);
    String[] keys = names.stream().map(Name::key).toArray(String[]::new);
    return pool.preparedQuery(
            """
            SELECT bid.*
              FROM unnest($2::text[], $3::text[]) AS asked (paddle, key),
                   LATERAL (SELECT * FROM bidding.bid
                             WHERE trade = $1 AND paddle = asked.paddle AND key = asked.key
                             LIMIT 1) bid
            """)
        .execute(Tuple.of(trade.code(), paddles, keys))
        .map(rows -> rows.stream().map(PgBidStore::recorded).toList());
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

  static RecordedBid recorded(Row row) {
    Money price = new Money(row.getLong("price_fen"));
    Instant placedAt = moment(row, "placed_at");
    String refusal = row.getString("refusal");
    BidAnswer answer =
        refusal == null
            ? new Accepted(row.getLong("seq"), price, placedAt, moment(row, "closes_at"))
            : new Refused(BidRefusal.valueOf(refusal), row.getString("detail"));
    Name name = new Name(row.getString("paddle"), row.getString("key"));
    return new RecordedBid(row.getLong("version"), name, price, placedAt, answer);
  }

  /** The values of many bids: version, paddle, key, price, time, then four of the answer. */
  static List<Object> columns(List<RecordedBid> bids) {
    return List.of(
        column(bids, RecordedBid::version).toArray(Long[]::new),
        column(bids, bid -> bid.name().paddle()).toArray(String[]::new),
        column(bids, bid -> bid.name().key()).toArray(String[]::new),
        column(bids, bid -> bid.price().fen()).toArray(Long[]::new),
        column(bids, bid -> at(bid.placedAt())).toArray(OffsetDateTime[]::new),
        column(bids, bid -> accepted(bid, Accepted::seq)).toArray(Long[]::new),
        column(bids, bid -> accepted(bid, it -> at(it.closesAt()))).toArray(OffsetDateTime[]::new),
        column(bids, bid -> refused(bid, it -> it.reason().name())).toArray(String[]::new),
        column(bids, bid -> refused(bid, Refused::detail)).toArray(String[]::new));
  }

  private static <T> List<@Nullable T> column(
      List<RecordedBid> bids, Function<RecordedBid, @Nullable T> value) {
    List<@Nullable T> column = new ArrayList<>();
    for (RecordedBid bid : bids) {
      column.add(value.apply(bid));
    }
    return column;
  }

  private static <T> @Nullable T accepted(RecordedBid bid, Function<Accepted, T> value) {
    return bid.answer() instanceof Accepted accepted ? value.apply(accepted) : null;
  }

  private static <T> @Nullable T refused(RecordedBid bid, Function<Refused, T> value) {
    return bid.answer() instanceof Refused refused ? value.apply(refused) : null;
  }

  private static BidView view(Row row) {
    return new BidView(
        row.getLong("seq"),
        row.getString("paddle"),
        new Money(row.getLong("price_fen")),
        moment(row, "placed_at"),
        moment(row, "closes_at"));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
