package eco.exchange.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eco.exchange.bidding.live.AuctionView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The feed of one lot to those who watch it.
 *
 * <p>The feeds of its watchers stand in rows, one for each loop that serves connections. A state is
 * written once, and each loop hands it to the feeds of its own row.
 */
final class LotFeed {

  private record Row(Context loop, Set<WatcherFeed> feeds) {
    void each(Consumer<WatcherFeed> act) {
      loop.runOnContext(go -> feeds.forEach(act));
    }
  }

  private final ObjectMapper json;
  private final AtomicInteger watchers = new AtomicInteger();
  private final Map<Thread, Row> rows = new ConcurrentHashMap<>();
  private volatile @Nullable LiveMessage latest;
  private volatile boolean over;
  private long turns;
  private @Nullable Cancellable watching;

  LotFeed(ObjectMapper json) {
    this.json = json;
  }

  /** Begins to watch the lot. */
  LotFeed open(Multi<AuctionView> lot) {
    watching = lot.subscribe().with(this::tell, failure -> dismiss(), this::dismiss);
    return this;
  }

  void close() {
    if (watching != null) {
      watching.cancel();
    }
  }

  LotFeed countIn() {
    watchers.incrementAndGet();
    return this;
  }

  /** Counts a watcher out, and tells whether nobody is left. */
  boolean isEmptied() {
    return watchers.decrementAndGet() == 0;
  }

  /**
   * Adds the feed of a watcher; on the loop of the connection, as everything that happens to it.
   */
  void take(WatcherFeed feed, Context loop) {
    row(loop).feeds().add(feed);
    LiveMessage state = latest;
    if (state != null) {
      feed.offer(state);
    } else if (over) {
      feed.dismiss();
    }
  }

  void leave(WatcherFeed feed, Context loop) {
    row(loop).feeds().remove(feed);
  }

  private Row row(Context loop) {
    return rows.computeIfAbsent(
        Thread.currentThread(), thread -> new Row(loop, ConcurrentHashMap.newKeySet()));
  }

  private void tell(AuctionView view) {
    turns++;
    boolean last = view.state() == AuctionView.State.CLOSED;
    LiveMessage state = LiveMessage.lot(turns, view.seq(), last, written(view));
    latest = state;
    rows.values().forEach(row -> row.each(feed -> feed.offer(state)));
  }

  private void dismiss() {
    over = true;
    if (latest == null) {
      rows.values().forEach(row -> row.each(WatcherFeed::dismiss));
    }
  }

  private String written(AuctionView view) {
    try {
      return json.writeValueAsString(LiveLot.of(view, watchers.get()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a lot that cannot be written", e);
    }
  }
}
