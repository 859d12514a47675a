package eco.exchange.server.postgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.Config;

/**
 * A PostgreSQL that somebody else keeps. After a crash it recovers for a while, in which it is
 * there but takes no connections: an exchange that starts in the same moment waits for it.
 *
 * @param url the address for JDBC
 * @param username who connects
 * @param password empty if none is set
 */
public record ExternalDatabase(String url, String username, String password) {

  // cannot_connect_now: it starts up, shuts down or recovers. Nothing else passes by itself.
  private static final String NOT_YET = "57P03";
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** The database that was configured; empty if the exchange starts its own. */
  public static Optional<ExternalDatabase> of(Config config) {
    if (config.getConfigValue("exchange.db.host").getSourceOrdinal()
        <= OwnDatabaseSettings.ORDINAL) {
      return Optional.empty();
    }
    return Optional.of(
        new ExternalDatabase(
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            config.getValue("exchange.db.username", String.class),
            config.getOptionalValue("exchange.db.password", String.class).orElse("")));
  }

  /**
   * Waits while the server says that it cannot take connections yet. If it takes longer, or refuses
   * for another reason, the start of the exchange will tell.
   */
  public void awaitRecovery(Duration patience) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (recovers() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean recovers() {
    try {
      DriverManager.getConnection(url, username, password).close();
      return false;
    } catch (SQLException refused) {
      return NOT_YET.equals(refused.getSQLState());
    }
  }
}
