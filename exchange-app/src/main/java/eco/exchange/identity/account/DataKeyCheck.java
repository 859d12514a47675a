package eco.exchange.identity.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * The check at each start that the data key is the one that has sealed the citizen numbers.
 *
 * <p>Otherwise a lost key would be replaced silently: the numbers could not be shown any more, and
 * the same person could register twice.
 */
@ApplicationScoped
class DataKeyCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PgAccountStore store;

  DataKeyCheck(PgAccountStore store) {
    this.store = store;
  }

  void open(@Observes StartupEvent start) {
    try {
      store.anyIndividual().replaceWithVoid().await().atMost(PATIENCE);
    } catch (IllegalStateException cannotOpen) {
      throw new IllegalStateException(
          "The data key does not open the citizen numbers of this database: put back the key"
              + " folder that belongs to it, or set exchange.identity.data-key.",
          cannotOpen);
    }
  }
}
