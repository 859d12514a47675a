package eco.exchange.bidding.live;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ticks of the board in real time: each 80 ms to the watchers, each 240 ms a question to the store.
 */
public final class BoardTicker {

  private static final Logger LOG = Logger.getLogger(BoardTicker.class);
  private static final long BEAT_MILLIS = 80;
  private static final int BEATS_PER_QUESTION = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LiveBoard board;
  private final AtomicBoolean asking = new AtomicBoolean();
  private @Nullable ScheduledExecutorService mover;
  private int beats;
  private volatile boolean failing;

  public BoardTicker(LiveBoard board) {
    this.board = board;
  }

  public synchronized void start() {
    if (mover == null) {
      mover =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("live-board").unstarted(task));
      mover.scheduleAtFixedRate(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  public synchronized void stop() {
    if (mover != null) {
      mover.close();
      mover = null;
    }
  }

  private void beat() {
    try {
      board.tick();
      beats++;
      if (beats % BEATS_PER_QUESTION == 0 && asking.compareAndSet(false, true)) {
        ask();
      }
    } catch (RuntimeException mistake) {
      LOG.error("a beat of the live board failed", mistake);
    }
  }

  // The next question waits for the answer, so that a slow database is not asked ever more.
  private void ask() {
    board
        .tail()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onTermination()
        .invoke(() -> asking.set(false))
        .subscribe()
        .with(answered -> failing = false, this::told);
  }

  private void told(Throwable failure) {
    if (!failing) {
      LOG.warnf("the live board cannot ask for changes and tries again: %s", failure.getMessage());
    }
    failing = true;
  }
}
