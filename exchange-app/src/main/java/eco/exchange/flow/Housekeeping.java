package eco.exchange.flow;

import eco.exchange.settlement.GeneralLedger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does now and then what nobody asks for: holds whose time has come are ended. */
@ApplicationScoped
class Housekeeping {

  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final long PAUSE_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final GeneralLedger ledger;
  private @Nullable ScheduledExecutorService keeper;

  Housekeeping(GeneralLedger ledger) {
    this.ledger = ledger;
  }

  synchronized void start() {
    if (keeper == null) {
      ScheduledExecutorService begun =
          Executors.newSingleThreadScheduledExecutor(
              task -> Thread.ofPlatform().daemon().name("housekeeping").unstarted(task));
      begun.scheduleWithFixedDelay(this::keep, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
      keeper = begun;
    }
  }

  synchronized void stop() {
    if (keeper != null) {
      keeper.shutdownNow();
      keeper = null;
    }
  }

  // Two nodes may do it at once: whoever is second finds nothing left. What fails is tried again.
  private void keep() {
    try {
      int ended = ledger.expire().await().atMost(PATIENCE);
      if (ended > 0) {
        LOG.infof("%d holds have ended, because their time has come", ended);
      }
    } catch (RuntimeException failure) {
      LOG.warnf("holds could not be ended and are tried again: %s", failure.getMessage());
    }
  }
}
