package eco.exchange.server;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The file in the data folder that tells where this exchange is reached, while it takes requests.
 *
 * <p>Whoever starts an exchange in the background waits for this file instead of guessing.
 */
@Singleton
class AddressFile {

  private static final Logger LOG = Logger.getLogger(AddressFile.class);

  private final Path file;
  private final boolean training;

  AddressFile(
      @ConfigProperty(name = "exchange.data") Path data,
      @ConfigProperty(name = "exchange.training", defaultValue = "false") boolean training) {
    this.file = data.resolve("exchange.address");
    this.training = training;
  }

  void tell(@ObservesAsync HttpServerStart started) throws IOException, InterruptedException {
    URI address = of(started.options().getHost());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling("exchange.address.new");
    Files.writeString(fresh, address.toString());
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    if (training) {
      train(address);
    }
  }

  // The port is asked of the settings, where the server writes it if it was free to choose.
  private static URI of(String host) throws UnknownHostException {
    InetAddress bound = InetAddress.getByName(host);
    InetAddress reached = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    String literal = reached.getHostAddress();
    return URI.create(
        (literal.contains(":") ? "http://[%s]:%d" : "http://%s:%d").formatted(literal, port));
  }

  void forget(@Observes ShutdownEvent end) throws IOException {
    Files.deleteIfExists(file);
  }

  private static void train(URI address) throws InterruptedException {
    try {
      new TrainingRequests(address).run();
    } catch (IOException unanswered) {
      LOG.warnf("The training was cut short: %s", unanswered);
    } finally {
      Quarkus.asyncExit();
    }
  }
}
