package eco.exchange.server;

import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.year.YearEnd;
import eco.exchange.settlement.year.YearRunView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The scheduled jobs: holds whose time has come are ended, years that were approved to be shared
 * are shared, and payments that are stuck are told.
 */
@ApplicationScoped
class ScheduledJobs {

  private static final Logger LOG = Logger.getLogger(ScheduledJobs.class);
  private static final long PAUSE_SECONDS = 30;
  private static final long SHORT_PAUSE_SECONDS = 3;
  private static final long LOOK_PAUSE_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final GeneralLedger ledger;
  private final YearEnd yearEnd;
  private final Banking banking;
  private final YearEnd.Reviews reviews;
  private @Nullable ScheduledExecutorService keeper;

  ScheduledJobs(GeneralLedger ledger, YearEnd yearEnd, YearEnd.Reviews reviews, Banking banking) {
    this.ledger = ledger;
    this.yearEnd = yearEnd;
    this.banking = banking;
    this.reviews = reviews;
  }

  synchronized void start() {
    if (keeper == null) {
      ScheduledExecutorService begun =
          Executors.newScheduledThreadPool(
              3, task -> Thread.ofPlatform().daemon().name("housekeeping").unstarted(task));
      begun.scheduleWithFixedDelay(this::endHolds, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
      begun.scheduleWithFixedDelay(
          this::shareYears, SHORT_PAUSE_SECONDS, SHORT_PAUSE_SECONDS, TimeUnit.SECONDS);
      begun.scheduleWithFixedDelay(
          this::lookAtPayments, LOOK_PAUSE_SECONDS, LOOK_PAUSE_SECONDS, TimeUnit.SECONDS);
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
  private void endHolds() {
    try {
      int ended = ledger.expire().await().atMost(PATIENCE);
      if (ended > 0) {
        LOG.infof("%d holds have ended, because their time has come", ended);
      }
    } catch (RuntimeException failure) {
      LOG.warnf("holds could not be ended and are tried again: %s", failure.getMessage());
    }
  }

  // With and without a folder of the bank: money that waits for an account never comes to it.
  private void lookAtPayments() {
    try {
      banking.lookAtPayments().await().atMost(PATIENCE);
    } catch (RuntimeException failure) {
      LOG.warnf("payments are looked at again later: %s", failure.getMessage());
    }
  }

  // A year of many contracts takes its time; broken off, it is gone on with.
  private void shareYears() {
    try {
      for (YearRunView run : yearEnd.goOn(reviews).await().indefinitely()) {
        LOG.infof(
            "the year %d is shared: %d contracts, %d left out",
            run.year(), run.shared(), run.leftOut());
      }
    } catch (RuntimeException failure) {
      LOG.warnf("a year could not be shared and is tried again: %s", failure.getMessage());
    }
  }
}
