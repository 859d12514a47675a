package eco.exchange.operations.soak;

import eco.exchange.operations.trial.Child;
import eco.exchange.operations.trial.Ground;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange that can be killed and started again, always at the same address. */
final class Node implements AutoCloseable {

  private static final String EXCHANGE = "eco.exchange.operations.Exchange";

  private final Ground ground;
  private final int port;
  private final Map<String, String> settings;
  private @Nullable Child process;

  Node(Ground ground, int port) {
    this(ground, port, Map.of());
  }

  Node(Ground ground, int port, Map<String, String> further) {
    this.ground = ground;
    this.port = port;
    this.settings = new HashMap<>(further);
    settings.put("EXCHANGE_HOST", "127.0.0.1");
    settings.put("EXCHANGE_PORT", Integer.toString(port));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI start() throws IOException {
    process = Child.start(ground, EXCHANGE, settings);
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts the exchange again if it has given up, as whoever supervises it would. */
  void lookAfter() throws IOException {
    Child running = process;
    if (running != null && !running.isAlive()) {
      start();
    }
  }

  /** Ends the exchange as a power failure would. */
  void kill() throws InterruptedException {
    Child running = process;
    if (running != null) {
      running.kill();
    }
  }

  /** Ends the database as a power failure would; whoever keeps the ground starts it again. */
  void killDatabase() throws IOException {
    ProcessHandle.of(ground.serverPid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    Optional.ofNullable(process).ifPresent(Child::close);
  }
}
