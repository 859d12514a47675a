package eco.exchange.server.bank;

import eco.exchange.settlement.banking.Banking;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The schedule of the rounds between exchange and bank, one every few seconds, if they share a
 * folder. Without one, people carry the files over the interface.
 */
@ApplicationScoped
class BankFileSchedule {

  private static final Logger LOG = Logger.getLogger(BankFileSchedule.class);

  private final Optional<BankFileTransfer> round;
  private final Duration every;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("bank-rounds").unstarted(task));
  private volatile boolean failing;

  BankFileSchedule(
      Banking banking,
      @ConfigProperty(name = "exchange.bank.folder") Optional<Path> folder,
      @ConfigProperty(name = "exchange.bank.every") Duration every) {
    this.round =
        folder.map(
            shared ->
                new BankFileTransfer(banking, new BankFolder(shared), InstantSource.system()));
    this.every = every;
  }

  void start(@Observes StartupEvent event) {
    round.ifPresent(
        it ->
            rounds.scheduleWithFixedDelay(
                () -> make(it), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS));
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.close();
  }

  // The database or the folder may be away for a while; that is told once, and tried again.
  private void make(BankFileTransfer it) {
    try {
      it.make();
      failing = false;
    } catch (IOException | RuntimeException failure) {
      if (!failing) {
        LOG.warnf(failure, "no round with the bank could be made; it is tried again");
      }
      failing = true;
    }
  }
}
