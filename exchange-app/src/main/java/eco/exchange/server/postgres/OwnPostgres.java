package eco.exchange.server.postgres;

import eco.exchange.storage.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/**
 * A real PostgreSQL server that belongs to one exchange and keeps its data in the data folder.
 *
 * <p>It listens on a free port of the loopback interface only, asks for a password, and writes
 * through to the disk at every commit. A server left over from an exchange that was killed is
 * stopped first; a server that dies while the exchange lives is started again on the same port.
 */
public final class OwnPostgres implements AutoCloseable {

  /** The database in which the exchange lives, and the role that owns it. */
  public static final String NAME = "exchange";

  /** The role with which the exchange works: it owns nothing, and may change no books. */
  public static final String APPLICATION = "exchange_app";

  private static final Logger LOG = Logger.getLogger(OwnPostgres.class);

  private final DatabaseFolder folder;
  private final DatabaseCluster cluster;
  private final int port;
  private final String password;
  private boolean closed;

  private OwnPostgres(DatabaseFolder folder, Path programs, boolean fresh) throws IOException {
    this.folder = folder;
    RootPrivileges.mustBeGivenUp();
    this.cluster = new DatabaseCluster(folder, PostgresBinaries.in(programs));
    cluster.endLeftover();
    if (fresh) {
      LOG.warn("What this data folder kept is forgotten, with its keys: exchange.db.fresh is set.");
      DatabaseFolder.delete(folder.cluster());
      // Certificates of another market time, which this one may not have reached.
      DatabaseFolder.delete(folder.keys());
    }
    cluster.makeOnce();
    this.port = cluster.start(OwnPostgres::freePort);
    this.password = folder.password();
  }

  /**
   * Starts the server on a data folder and waits until it takes connections.
   *
   * @param data the folder that keeps the data
   * @param programs the folder that keeps the unpacked server, which others may share
   * @param fresh true if the data kept there is to be forgotten
   * @throws DatabaseUnavailable if it cannot be started; the message says in one line why
   */
  public static OwnPostgres start(Path data, Path programs, boolean fresh) {
    DatabaseFolder folder = DatabaseFolder.claim(data);
    try {
      OwnPostgres server = new OwnPostgres(folder, programs, fresh);
      server.makeDatabaseOnce();
      server.watch();
      return server;
    } catch (IOException | SQLException broken) {
      folder.giveUp();
      throw new DatabaseUnavailable("The exchange's own PostgreSQL fails: " + broken, broken);
    } catch (DatabaseUnavailable told) {
      folder.giveUp();
      throw told;
    }
  }

  /** The port on 127.0.0.1 where the server listens. */
  public int port() {
    return port;
  }

  /** The password of both roles; whoever can read it can read the data folder, too. */
  public String password() {
    return password;
  }

  /** Stops the server in good order and gives the data folder up, once. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      cluster.stop(Duration.ofSeconds(20));
    } catch (IOException broken) {
      LOG.warnf("PostgreSQL could not be stopped: %s", broken);
    } finally {
      folder.giveUp();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a revival logs its own failure
  private void watch() throws IOException {
    cluster.process().ifPresent(server -> server.onExit().thenRunAsync(this::revive));
  }

  private synchronized void revive() {
    if (closed) {
      return;
    }
    LOG.warn("PostgreSQL has ended by itself; starting it again.");
    try {
      cluster.endLeftover();
      cluster.start(() -> port);
      watch();
    } catch (IOException | DatabaseUnavailable lost) {
      LOG.errorf("PostgreSQL could not be started again: %s", lost.getMessage());
    }
  }

  // Neither the role that owns the database nor the one that works is the server's superuser.
  private void makeDatabaseOnce() throws SQLException {
    try (Connection connection = connect("postgres", "postgres");
        Statement statement = connection.createStatement()) {
      makeRoleOnce(statement, NAME);
      if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
      }
      if (makeRoleOnce(statement, APPLICATION)) {
        giveRights();
      }
    }
  }

  private boolean makeRoleOnce(Statement statement, String role) throws SQLException {
    boolean isMissing = !exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'");
    if (isMissing) {
      statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, password));
    }
    return isMissing;
  }

  private void giveRights() throws SQLException {
    try (Connection connection = connect(NAME, NAME);
        Statement statement = connection.createStatement()) {
      statement.execute(DatabaseRole.script());
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect(String user, String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "10");
    login.setProperty("socketTimeout", "60");
    return new Driver()
        .connect("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), login);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException noneLeft) {
      throw new UncheckedIOException(noneLeft);
    }
  }
}
