package eco.exchange.bidding.opening;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.envelope.Holder;
import eco.exchange.bidding.lot.PgRecordedAct;
import eco.exchange.bidding.lot.RecordedAct;
import eco.exchange.market.AccountId;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys and shares of the holders in PostgreSQL. */
@Singleton
final class PgOpeningStore implements OpeningStore {

  private final Pool pool;

  PgOpeningStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<List<HolderKeyView>> keys() {
    return pool.query("SELECT * FROM bidding.holder_key ORDER BY holder, number")
        .execute()
        .map(rows -> rows.stream().map(PgOpeningStore::key).toList());
  }

  @Override
  public Uni<Boolean> addKey(HolderKeyView key) {
    return pool.preparedQuery(
            """
            INSERT INTO bidding.holder_key (holder, number, public_key, registered_by, registered_at)
            VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(
                key.holder().name(),
                key.number(),
                key.publicKey(),
                key.registeredBy().id(),
                key.registeredAt().atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<List<Standing>> standing(TradeId trade) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.bid
             WHERE trade = $1 AND refusal IS NULL AND act ->> 'kind' IN ('Sealing', 'Withdrawal')
             ORDER BY version
            """)
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().map(PgRecordedAct::recorded).toList())
        .map(noted -> OpeningStore.standing(trade, noted));
  }

  @Override
  public Uni<Optional<Recorded>> recorded(TradeId trade) {
    return pool.preparedQuery(
            """
            SELECT * FROM bidding.bid
             WHERE trade = $1 AND refusal IS NULL AND act ->> 'kind' = 'Opening'
             ORDER BY version
             LIMIT 1
            """)
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().findAny().map(PgRecordedAct::recorded))
        .map(found -> found.flatMap(PgOpeningStore::opening));
  }

  private static Optional<Recorded> opening(RecordedAct recorded) {
    return recorded.act() instanceof Act.Opening opening
        ? Optional.of(new Recorded(opening.byPaddle(), recorded.placedAt()))
        : Optional.empty();
  }

  @Override
  public Uni<List<HandIn>> handIns(TradeId trade) {
    return pool.preparedQuery(
            "SELECT * FROM bidding.opening_share WHERE trade = $1 ORDER BY handed_in_at, holder")
        .execute(Tuple.of(trade.code()))
        .map(rows -> rows.stream().map(PgOpeningStore::handIn).toList());
  }

  // Either unique key may stand in the way of the row: then only the same person's own can grow.
  @Override
  public Uni<Boolean> handIn(HandIn handIn) {
    return pool.preparedQuery(
            """
            WITH added AS (
              INSERT INTO bidding.opening_share (trade, holder, person, party, shares, handed_in_at)
              VALUES ($1, $2, $3, $4, $5, $6)
                  ON CONFLICT DO NOTHING
              RETURNING trade
            ), grown AS (
              UPDATE bidding.opening_share SET shares = shares || $5
               WHERE trade = $1 AND holder = $2 AND person = $3
              RETURNING trade
            )
            SELECT FROM added UNION ALL SELECT FROM grown
            """)
        .execute(
            Tuple.of(
                handIn.trade().code(),
                handIn.holder().name(),
                handIn.actor().account().id(),
                handIn.actor().party().id(),
                new JsonObject(Map.<String, Object>copyOf(handIn.shares())),
                handIn.at().atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static HolderKeyView key(Row row) {
    return new HolderKeyView(
        Holder.valueOf(row.getString("holder")),
        row.getInteger("number"),
        row.getString("public_key"),
        new AccountId(row.getUUID("registered_by")),
        moment(row, "registered_at"));
  }

  private static HandIn handIn(Row row) {
    Map<String, String> shares =
        row.getJsonObject("shares").stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().toString()));
    return new HandIn(
        new TradeId(row.getString("trade")),
        Holder.valueOf(row.getString("holder")),
        new Actor(new AccountId(row.getUUID("person")), new PartyId(row.getUUID("party"))),
        shares,
        moment(row, "handed_in_at"));
  }

  private static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
