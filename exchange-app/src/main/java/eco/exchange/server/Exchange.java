package eco.exchange.server;

import static java.util.stream.Collectors.joining;

import eco.exchange.programs.Console;
import eco.exchange.server.postgres.DatabaseUnavailable;
import eco.exchange.server.postgres.ExternalDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** The program of the exchange, which starts everything, and says in one line why if it cannot. */
@QuarkusMain
public final class Exchange {

  private static final int CANNOT_START = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Exchange() {}

  /** Runs the exchange until it is told to end. */
  public static void main(String... arguments) {
    Config config = ConfigProvider.getConfig();
    refuseBusyPort(config.getValue("exchange.host", String.class), port(config));
    ExternalDatabase.of(config)
        .ifPresentOrElse(
            database -> database.awaitRecovery(PATIENCE), () -> startDatabaseAhead(config));
    Quarkus.run(null, Exchange::end, arguments);
  }

  private static int port(Config config) {
    return config.getValue("exchange.port", Integer.class);
  }

  // Asked before the database starts, so that a second exchange does not even begin.
  private static void refuseBusyPort(String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException busy) {
      Console.complain(
          "Port %d of %s is in use (%s): is the exchange already running? Set EXCHANGE_PORT for another."
              .formatted(port, host, busy.getMessage()));
      System.exit(CANNOT_START);
    }
  }

  // The database starts while the classes of the exchange load.
  private static void startDatabaseAhead(Config config) {
    Thread.ofPlatform().daemon().name("database start").start(() -> startDatabase(config));
  }

  private static void startDatabase(Config config) {
    try {
      config.getValue("exchange.db.port", Integer.class);
    } catch (DatabaseUnavailable none) {
      Console.complain("The exchange cannot start: " + none.getMessage());
      // Nothing runs yet that would have to be ended.
      Runtime.getRuntime().halt(CANNOT_START);
    }
  }

  private static void end(int exitCode, Throwable failure) {
    if (failure != null) {
      Throwable root = rootOf(failure);
      if (!(root instanceof IllegalStateException)) {
        Logger.getLogger(Exchange.class).error("The exchange did not start.", failure);
      }
      Console.complain("The exchange cannot start: " + inOneLine(root));
    }
    System.exit(exitCode);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String inOneLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.toString()
        : message.lines().map(String::strip).collect(joining(" "));
  }
}
