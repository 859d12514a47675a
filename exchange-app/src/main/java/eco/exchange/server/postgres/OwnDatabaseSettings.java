package eco.exchange.server.postgres;

import io.quarkus.runtime.Application;
import io.smallrye.config.common.AbstractConfigSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the exchange's own PostgreSQL, which starts when they are first asked for.
 *
 * <p>Once started it is known to the whole process by system properties, because tests and
 * development mode load the exchange several times over while its database runs on.
 */
final class OwnDatabaseSettings extends AbstractConfigSource {

  /** Below every other source: whatever people configure comes first. */
  static final int ORDINAL = 50;

  private static final Logger LOG = Logger.getLogger(OwnDatabaseSettings.class);
  // A literal is one object for all class loaders of a process, and nobody else waits for this one.
  private static final String ONE_START = "the exchange's own database starts once in a process";
  private static final String PORT = "exchange.db.port";
  private static final String PASSWORD = "exchange.db.password";
  private static final String OWNER_PASSWORD = "exchange.db.owner-password";
  private static final Map<String, String> KNOWN_BEFOREHAND =
      Map.of(
          "exchange.db.host", "127.0.0.1",
          "exchange.db.name", OwnPostgres.NAME,
          "exchange.db.username", OwnPostgres.APPLICATION,
          "exchange.db.owner", OwnPostgres.NAME);

  private final String folder;
  private final String programs;
  private final boolean fresh;

  /**
   * Describes the own database.
   *
   * @param folder the data folder that keeps it
   * @param programs the folder that keeps the programs of PostgreSQL
   * @param fresh true if what the folder kept is to be forgotten first, as tests want it
   */
  OwnDatabaseSettings(String folder, String programs, boolean fresh) {
    super("own database", ORDINAL);
    this.folder = folder;
    this.programs = programs;
    this.fresh = fresh;
  }

  /** Names nothing, so that listing the configuration does not start a database. */
  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public @Nullable String getValue(String name) {
    if (name.equals(PORT) || name.equals(PASSWORD) || name.equals(OWNER_PASSWORD)) {
      startOnce();
      return System.getProperty(name);
    }
    return KNOWN_BEFOREHAND.get(name);
  }

  private void startOnce() {
    synchronized (ONE_START) {
      if (System.getProperty(PORT) == null) {
        start();
      }
    }
  }

  private void start() {
    OwnPostgres server = OwnPostgres.start(Path.of(folder), Path.of(programs), fresh);
    LOG.infof("PostgreSQL listens on 127.0.0.1:%d, data in %s", server.port(), folder);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "database end"));
    KNOWN_BEFOREHAND.forEach(System::setProperty);
    System.setProperty(PASSWORD, server.password());
    System.setProperty(OWNER_PASSWORD, server.password());
    System.setProperty(PORT, Integer.toString(server.port()));
  }

  // The exchange must be down first: it still writes while it ends.
  private static void end(OwnPostgres server) {
    Application exchange = Application.currentApplication();
    if (exchange != null) {
      exchange.awaitShutdown();
    }
    server.close();
  }
}
