package eco.exchange.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** The database cluster in the data folder: made once, then started and stopped. */
final class DatabaseCluster {

  private static final Logger LOG = Logger.getLogger(DatabaseCluster.class);

  // A crashed server's children may live on for a moment; until they are gone no new one starts.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * How the server runs. It is read by nobody but this exchange on this machine, and the promise
   * that an answered bid is on the disk rests on the first three lines.
   */
  private static final String SETTINGS =
      """
      # Written by the exchange at every start. Your own settings: ALTER SYSTEM SET ...
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      password_encryption = scram-sha-256
      max_connections = 100
      shared_buffers = 64MB
      io_method = sync
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      log_checkpoints = off
      """;

  private final DatabaseFolder folder;
  private final PostgresBinaries binaries;

  DatabaseCluster(DatabaseFolder folder, PostgresBinaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
  }

  /** Makes the cluster if there is none. Half a cluster never carries the name of a whole one. */
  void makeOnce() throws IOException {
    if (Files.exists(folder.cluster())) {
      return;
    }
    Path unfinished = folder.root().resolve("pg.new");
    DatabaseFolder.delete(unfinished);
    folder.password();
    int exit =
        binaries.run(
            folder.serverLog(),
            "initdb",
            "--pgdata=" + unfinished,
            "--username=postgres",
            "--pwfile=" + folder.passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    if (exit != 0) {
      throw new DatabaseUnavailable(
          "PostgreSQL could not make a cluster; see " + folder.serverLog());
    }
    Files.move(unfinished, folder.cluster());
  }

  /** Stops the server that a killed exchange left behind, if one lives. */
  void endLeftover() throws IOException {
    Optional<Postmaster> left = Postmaster.of(folder.cluster());
    if (left.isEmpty()) {
      return;
    }
    if (left.get().process().isPresent()) {
      LOG.info("Stopping the PostgreSQL that an exchange left behind.");
      stop(Duration.ofSeconds(5));
    } else {
      left.get().disown();
    }
  }

  /**
   * Starts the server and waits until it takes connections.
   *
   * @param ports where to listen; asked again when a port has been taken in the meantime
   * @return the port on which it listens
   */
  int start(IntSupplier ports) throws IOException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      int port = ports.getAsInt();
      Files.writeString(folder.cluster().resolve("postgresql.conf"), SETTINGS.formatted(port));
      long alreadySaid = folder.keepServerLogShort();
      if (control("start", "--wait", "--timeout=60", "--log=" + folder.serverLog())) {
        return port;
      }
      ServerErrorLine complaint = ServerErrorLine.in(folder.serverLog(), alreadySaid);
      if (!complaint.passesByItself() || System.nanoTime() > giveUp) {
        throw new DatabaseUnavailable("PostgreSQL does not start: " + complaint.text());
      }
    }
  }

  /**
   * Stops the server: orderly if it can, and by force if it must.
   *
   * @param patience how long it may take to write everything down; without that it recovers later
   */
  void stop(Duration patience) throws IOException {
    if (control("stop", "--mode=fast", "--wait", "--timeout=" + patience.toSeconds())
        || control("stop", "--mode=immediate", "--wait", "--timeout=5")) {
      return;
    }
    Optional<ProcessHandle> stubborn = process();
    if (stubborn.isPresent()) {
      LOG.warn("PostgreSQL does not stop; killing it.");
      kill(stubborn.get());
    }
  }

  /** The running server. */
  Optional<ProcessHandle> process() throws IOException {
    return Postmaster.of(folder.cluster()).flatMap(Postmaster::process);
  }

  private boolean control(String action, String... options) throws IOException {
    String[] arguments = new String[options.length + 2];
    arguments[0] = action;
    arguments[1] = "--pgdata=" + folder.cluster();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return binaries.run(folder.controlLog(), "pg_ctl", arguments) == 0;
  }

  private static void kill(ProcessHandle server) {
    server.destroyForcibly();
    try {
      server.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stillThere) {
      throw new DatabaseUnavailable("PostgreSQL process " + server.pid() + " cannot be killed.");
    }
  }
}
