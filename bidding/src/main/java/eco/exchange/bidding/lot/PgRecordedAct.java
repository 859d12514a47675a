package eco.exchange.bidding.lot;

import eco.exchange.bidding.auction.Act;
import eco.exchange.bidding.auction.BidAnswer;
import eco.exchange.bidding.auction.BidAnswer.Accepted;
import eco.exchange.bidding.auction.BidAnswer.Noted;
import eco.exchange.bidding.auction.BidAnswer.Refused;
import eco.exchange.bidding.auction.BidRefusal;
import eco.exchange.bidding.lot.RecordedAct.Name;
import eco.exchange.money.Money;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the book of bids: how acts are read from them and written to them. */
public final class PgRecordedAct {

  private PgRecordedAct() {}

  /** Reads an act from its row. */
  public static RecordedAct recorded(Row row) {
    Instant placedAt = moment(row, "placed_at");
    Name name = new Name(row.getString("paddle"), row.getString("key"));
    return new RecordedAct(row.getLong("version"), name, act(row), placedAt, answer(row, placedAt));
  }

  private static Act act(Row row) {
    JsonObject act = row.getJsonObject("act");
    return act == null
        ? new Act.Bid(new Money(row.getLong("price_fen")))
        : AuctionJson.act(act.encode());
  }

  private static BidAnswer answer(Row row, Instant placedAt) {
    String refusal = row.getString("refusal");
    if (refusal != null) {
      return new Refused(BidRefusal.valueOf(refusal), row.getString("detail"));
    }
    Long seq = row.getLong("seq");
    return seq == null
        ? new Noted(placedAt)
        : new Accepted(
            seq, new Money(row.getLong("price_fen")), placedAt, moment(row, "closes_at"));
  }

  /** The values of many acts: version, hand, key, price, act, time, then four of the answer. */
  static List<Object> columns(List<RecordedAct> acts) {
    return List.of(
        column(acts, RecordedAct::version).toArray(Long[]::new),
        column(acts, it -> it.name().hand()).toArray(String[]::new),
        column(acts, it -> it.name().key()).toArray(String[]::new),
        column(acts, PgRecordedAct::price).toArray(Long[]::new),
        column(acts, it -> it.act() instanceof Act.Bid ? null : AuctionJson.write(it.act()))
            .toArray(String[]::new),
        column(acts, it -> at(it.placedAt())).toArray(OffsetDateTime[]::new),
        column(acts, it -> accepted(it, Accepted::seq)).toArray(Long[]::new),
        column(acts, it -> accepted(it, bid -> at(bid.closesAt()))).toArray(OffsetDateTime[]::new),
        column(acts, it -> refused(it, no -> no.reason().name())).toArray(String[]::new),
        column(acts, it -> refused(it, Refused::detail)).toArray(String[]::new));
  }

  /** The price of a bid, refused or not, or of another act by which a price came to stand. */
  private static @Nullable Long price(RecordedAct act) {
    return act.act() instanceof Act.Bid bid
        ? Long.valueOf(bid.price().fen())
        : accepted(act, accepted -> accepted.price().fen());
  }

  private static <T> List<@Nullable T> column(
      List<RecordedAct> acts, Function<RecordedAct, @Nullable T> value) {
    List<@Nullable T> column = new ArrayList<>();
    for (RecordedAct act : acts) {
      column.add(value.apply(act));
    }
    return column;
  }

  private static <T> @Nullable T accepted(RecordedAct act, Function<Accepted, T> value) {
    return act.answer() instanceof Accepted accepted ? value.apply(accepted) : null;
  }

  private static <T> @Nullable T refused(RecordedAct act, Function<Refused, T> value) {
    return act.answer() instanceof Refused refused ? value.apply(refused) : null;
  }

  static Instant moment(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
