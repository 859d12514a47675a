package eco.exchange.bidding.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The timer of the lots, which five times a second rings for those whose time has come.
 *
 * <p>Real time only paces the questions; they are asked by the clock of the market, which may have
 * been moved. Every node has a timer: a lot that two of them ring for is closed once.
 */
final class AuctionTimer {

  private static final Logger LOG = Logger.getLogger(AuctionTimer.class);
  private static final long PAUSE_MILLIS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LotQueues queues;
  private @Nullable ScheduledExecutorService ringer;
  private volatile boolean failing;

  AuctionTimer(LotQueues queues) {
    this.queues = queues;
  }

  synchronized void start() {
    if (ringer == null) {
      ringer =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("auction-bell").unstarted(task));
      ringer.scheduleWithFixedDelay(this::ring, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void stop() {
    if (ringer != null) {
      ringer.close();
      ringer = null;
    }
  }

  // The database may be away for a while; that is told once, and asked again.
  private void ring() {
    try {
      queues.ring().await().atMost(PATIENCE);
      failing = false;
    } catch (RuntimeException failure) {
      if (!failing) {
        LOG.warnf("the bell could not ring and tries again: %s", failure.getMessage());
      }
      failing = true;
    }
  }
}
