package eco.exchange.web.live;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The feed to one watcher of a lot: what was told, and what has still to be.
 *
 * <p>Whoever comes back is first told what was missed, exactly up to the state that follows. To
 * whoever cannot keep up, states are left out, and only the latest is told. Everything here happens
 * on the loop of the connection.
 */
final class WatcherFeed {

  /** Beyond this time behind, a watcher is told to ask for what was left out. */
  static final Duration REFETCH_AFTER = Duration.ofSeconds(1);

  /** Beyond this time behind, a watcher is disconnected. */
  static final Duration CLOSE_AFTER = Duration.ofSeconds(15);

  /** How many missed bids are told at most. */
  static final int MISSED_MAX = 200;

  /** Looks up the missed bids. */
  interface Missed {

    /**
     * Looks up the bids after a number.
     *
     * @param then is run on the loop of the connection, with the message or with null if the bids
     *     could not be read
     */
    void after(long seq, int count, Then then);

    /** Takes what was found. */
    interface Then {
      void told(@Nullable LiveMessage bids);
    }
  }

  private final Watcher watcher;
  private final Missed missed;
  private final LongSupplier nanos;

  private OptionalLong after;
  private @Nullable LiveMessage latest;
  private long turn;
  private long seen;
  private boolean catchingUp;
  private boolean over;
  private OptionalLong behindSince = OptionalLong.empty();
  private OptionalLong aheadSince = OptionalLong.empty();

  /**
   * Makes the feed of a watcher.
   *
   * @param after the last bid that is known already, if this is not the first connection
   */
  WatcherFeed(Watcher watcher, OptionalLong after, Missed missed, LongSupplier nanos) {
    this.watcher = watcher;
    this.after = after;
    this.missed = missed;
    this.nanos = nanos;
  }

  /** Offers the latest state. */
  void offer(LiveMessage state) {
    if (latest == null || state.turn() > latest.turn()) {
      latest = state;
    }
    goOn();
  }

  /** Asks for what came after a bid, and the state after it. */
  void resume(long bid) {
    after = OptionalLong.of(bid);
    turn = 0;
    goOn();
  }

  /** Whether missed bids are being looked up. */
  boolean isCatchingUp() {
    return catchingUp;
  }

  /** Lets the watcher go without a last word; most come back. */
  void dismiss() {
    over = true;
    watcher.end();
  }

  private void goOn() {
    LiveMessage state = latest;
    if (over || catchingUp || state == null || state.turn() <= turn) {
      return;
    }
    if (watcher.isFull()) {
      fallBehind();
    } else if (after.isEmpty() || after.getAsLong() == state.seq()) {
      tell(state);
    } else if (after.getAsLong() < state.seq()) {
      catchUp(after.getAsLong(), state);
    } else {
      waitFor(after.getAsLong(), state);
    }
  }

  private void tell(LiveMessage state) {
    after = OptionalLong.empty();
    turn = state.turn();
    seen = state.seq();
    watcher.write(state);
    if (state.last()) {
      watcher.write(LiveMessage.end(seen));
      dismiss();
    }
  }

  private void catchUp(long from, LiveMessage state) {
    long count = state.seq() - from;
    catchingUp = true;
    missed.after(
        from,
        (int) Math.min(count, MISSED_MAX),
        bids -> {
          catchingUp = false;
          if (bids == null) {
            dismiss();
          } else if (!over) {
            watcher.write(bids);
            if (count > MISSED_MAX) {
              watcher.write(LiveMessage.refetch(bids.seq()));
            }
            tell(state);
            goOn();
          }
        });
  }

  // Another node may have told of a bid that this one does not know yet; but it soon will.
  private void waitFor(long bid, LiveMessage state) {
    long now = nanos.getAsLong();
    if (aheadSince.isEmpty()) {
      aheadSince = OptionalLong.of(now);
    } else if (now - aheadSince.getAsLong() > REFETCH_AFTER.toNanos()) {
      aheadSince = OptionalLong.empty();
      watcher.write(LiveMessage.refetch(Math.min(bid, state.seq())));
      tell(state);
    }
  }

  private void fallBehind() {
    long now = nanos.getAsLong();
    if (behindSince.isEmpty()) {
      behindSince = OptionalLong.of(now);
      watcher.whenDrained(this::drained);
    } else if (now - behindSince.getAsLong() > CLOSE_AFTER.toNanos()) {
      over = true;
      watcher.abort();
    }
  }

  private void drained() {
    if (!over && behindSince.isPresent()) {
      boolean tooLong = nanos.getAsLong() - behindSince.getAsLong() > REFETCH_AFTER.toNanos();
      behindSince = OptionalLong.empty();
      if (tooLong) {
        watcher.write(LiveMessage.refetch(seen));
      }
      goOn();
    }
  }
}
