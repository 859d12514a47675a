package eco.exchange.bidding.live;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.lot.Lot;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A lot on the board: what is known of it, and who watches it.
 *
 * <p>Of two states the later version is kept, in whichever order they come. A closed lot is never
 * fresh: it moves no more, but its award may, and that is read from the store.
 */
final class WatchedLot {

  /** How long the board vouches for a lot after it last knew it to be the latest. */
  static final Duration FRESH = Duration.ofMillis(500);

  /** After which silence watchers are told the same again, with the time. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final Duration KEPT = Duration.ofSeconds(2);

  /** A lot with its award, if it has one. */
  record Known(Lot lot, Optional<AwardView> award) {
    AuctionView view(Instant now) {
      return AuctionView.of(lot, award, now);
    }
  }

  /** Somebody who watches, and what was told last. */
  static final class Watcher {
    private final MultiEmitter<? super AuctionView> emitter;
    private @Nullable AuctionView told;
    private long toldAt;

    private Watcher(MultiEmitter<? super AuctionView> emitter) {
      this.emitter = emitter;
    }

    private boolean wants(AuctionView view, boolean fresh, long now) {
      return told == null
          || !told.at(view.serverTime()).equals(view)
          || (fresh && now - toldAt >= HEARTBEAT.toNanos());
    }
  }

  // All are guarded by this; times are real time in nanoseconds.
  private final List<Watcher> watchers = new ArrayList<>();
  private @Nullable Known known;
  private @Nullable Uni<Optional<Known>> reading;
  private boolean missing;
  private long confirmedAt;
  private long wantedAt;

  synchronized WatchedLot wantedAt(long now) {
    wantedAt = now;
    return this;
  }

  synchronized Watcher addWatcher(MultiEmitter<? super AuctionView> emitter) {
    Watcher watcher = new Watcher(emitter);
    watchers.add(watcher);
    missing = false;
    return watcher;
  }

  synchronized void removeWatcher(Watcher watcher) {
    watchers.remove(watcher);
  }

  /** Whether nobody watches, and nobody has asked for a while. */
  synchronized boolean isIdle(long now) {
    return watchers.isEmpty() && now - wantedAt > KEPT.toNanos();
  }

  /** What is known, if the board can vouch for it. */
  synchronized Optional<Known> fresh(long now) {
    return Optional.ofNullable(known).filter(it -> isFresh(it, now));
  }

  private boolean isFresh(Known it, long now) {
    return !it.lot().isClosed() && now - confirmedAt < FRESH.toNanos();
  }

  /** The version of an open lot. */
  synchronized OptionalLong openVersion() {
    return known == null || known.lot().isClosed()
        ? OptionalLong.empty()
        : OptionalLong.of(known.lot().version());
  }

  /** Takes note that the lot had not moved at a time. */
  synchronized void confirm(long unmovedAt) {
    confirmedAt = Math.max(confirmedAt, unmovedAt);
  }

  /** Takes a lot that was committed or read by this node. */
  synchronized void show(Lot lot, long now) {
    if (known == null || lot.version() > known.lot().version()) {
      known = new Known(lot, Optional.empty());
      confirmedAt = now;
    }
  }

  /** Takes what was read, and tells what is known now, which may be later. */
  synchronized Optional<Known> read(Optional<Known> found, long askedAt) {
    missing = found.isEmpty();
    if (found.isPresent() && !isOutdated(found.get())) {
      known = found.get();
      confirm(askedAt);
    }
    return missing ? Optional.empty() : Optional.ofNullable(known);
  }

  private boolean isOutdated(Known found) {
    return known != null
        && !known.lot().isClosed()
        && found.lot().version() < known.lot().version();
  }

  /** The reading under way, or a new one. */
  synchronized Uni<Optional<Known>> sharedReading(Supplier<Uni<Optional<Known>>> begin) {
    if (reading == null) {
      reading = begin.get().onTermination().invoke(this::doneReading).memoize().indefinitely();
    }
    return reading;
  }

  private synchronized void doneReading() {
    reading = null;
  }

  /** Tells each watcher the state, unless it is what was told last; and the end, if it is over. */
  void tell(Instant time, long now) {
    news(time, now).forEach(Runnable::run);
  }

  private synchronized List<Runnable> news(Instant time, long now) {
    List<Runnable> news = new ArrayList<>();
    Optional<AuctionView> view = Optional.ofNullable(known).map(it -> it.view(time));
    boolean fresh = fresh(now).isPresent();
    for (Watcher watcher : watchers) {
      view.filter(it -> watcher.wants(it, fresh, now))
          .ifPresent(
              it -> {
                watcher.told = it;
                watcher.toldAt = now;
                news.add(() -> watcher.emitter.emit(it));
              });
    }
    if (missing || known != null && known.lot().isClosed()) {
      watchers.forEach(watcher -> news.add(watcher.emitter::complete));
      watchers.clear();
    }
    return news;
  }
}
