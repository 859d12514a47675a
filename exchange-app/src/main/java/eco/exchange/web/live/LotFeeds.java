package eco.exchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.lot.BidView;
import eco.exchange.market.TradeId;
import io.vertx.core.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** The feeds of this node, one for each lot that is watched. */
@Singleton
final class LotFeeds {

  /** The feed of a watcher, and what is run when the watcher leaves. */
  record Subscription(WatcherFeed feed, Runnable leave) {}

  private final Bidding bidding;
  private final ObjectMapper json;
  private final Map<TradeId, LotFeed> lots = new ConcurrentHashMap<>();

  LotFeeds(Bidding bidding, ObjectMapper json) {
    this.bidding = bidding;
    this.json = json;
  }

  /**
   * Adds a watcher to the feed of a lot; on the loop of the connection.
   *
   * @param after the last bid that is known already, if this is not the first connection
   */
  Subscription enter(TradeId trade, Watcher watcher, OptionalLong after, Context loop) {
    LotFeed lot =
        Objects.requireNonNull(
            lots.compute(
                trade,
                (key, open) ->
                    (open == null ? new LotFeed(json).open(bidding.watch(trade)) : open)
                        .countIn()));
    WatcherFeed feed = new WatcherFeed(watcher, after, missed(trade, loop), System::nanoTime);
    lot.take(feed, loop);
    return new Subscription(feed, () -> loop.runOnContext(go -> leave(trade, lot, feed, loop)));
  }

  private void leave(TradeId trade, LotFeed lot, WatcherFeed feed, Context loop) {
    lot.leave(feed, loop);
    lots.computeIfPresent(
        trade,
        (key, open) -> {
          if (!lot.isEmptied()) {
            return open;
          }
          lot.close();
          return null;
        });
  }

  private WatcherFeed.Missed missed(TradeId trade, Context loop) {
    return (seq, count, then) ->
        bidding
            .bids(trade, seq, count)
            .map(this::written)
            .subscribe()
            .with(
                bids -> loop.runOnContext(go -> then.told(bids)),
                failure -> loop.runOnContext(go -> then.told(null)));
  }

  private LiveMessage written(List<BidView> bids) {
    try {
      return LiveMessage.bids(bids.getLast().seq(), json.writeValueAsString(bids));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("bids that cannot be written", e);
    }
  }
}
