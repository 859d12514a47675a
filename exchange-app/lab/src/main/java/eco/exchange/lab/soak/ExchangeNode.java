package eco.exchange.lab.soak;

import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An exchange that can be killed and started again, always at the same address. */
final class ExchangeNode implements AutoCloseable {

  private static final String EXCHANGE = "eco.exchange.server.Exchange";

  private final TrialDatabase ground;
  private final int port;
  private final Map<String, String> settings;
  private @Nullable TrialProcess process;

  ExchangeNode(TrialDatabase ground, int port) {
    this(ground, port, Map.of());
  }

  ExchangeNode(TrialDatabase ground, int port, Map<String, String> further) {
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
    process = TrialProcess.start(ground, EXCHANGE, settings);
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts the exchange again if it has given up, as whoever supervises it would. */
  void lookAfter() throws IOException {
    TrialProcess running = process;
    if (running != null && !running.isAlive()) {
      start();
    }
  }

  /** Ends the exchange as a power failure would. */
  void kill() throws InterruptedException {
    TrialProcess running = process;
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
    Optional.ofNullable(process).ifPresent(TrialProcess::close);
  }
}
