package eco.exchange.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that stands by for another takes no connections, as one that recovers from a crash. */
@Timeout(120)
class ExternalDatabaseTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DatabaseFolder folder;
  private final PostgresBinaries binaries;
  private final DatabaseCluster cluster;

  ExternalDatabaseTest(@TempDir Path data) throws IOException {
    folder = DatabaseFolder.claim(data);
    binaries = PostgresBinaries.in(data);
    cluster = new DatabaseCluster(folder, binaries);
  }

  @BeforeEach
  void make() throws IOException {
    cluster.makeOnce();
    Files.writeString(folder.cluster().resolve("postgresql.auto.conf"), "hot_standby = off");
    Files.createFile(folder.cluster().resolve("standby.signal"));
  }

  @AfterEach
  void end() throws IOException {
    cluster.stop(Duration.ofSeconds(20));
    folder.giveUp();
  }

  @Test
  void a_server_that_takes_no_connections_yet_is_waited_for() throws Exception {
    ExternalDatabase server = server(cluster.start(OwnPostgres::freePort), folder.password());
    CompletableFuture<Void> ready =
        CompletableFuture.runAsync(() -> server.awaitRecovery(PATIENCE));
    assertThat(ready)
        .failsWithin(1, TimeUnit.SECONDS)
        .withThrowableThat()
        .isInstanceOf(TimeoutException.class);

    assertThat(
            binaries.run(
                folder.controlLog(), "pg_ctl", "promote", "--wait", "--pgdata=" + folder.cluster()))
        .isZero();
    assertThat(ready).succeedsWithin(20, TimeUnit.SECONDS);
    assertThat(answersTo(server)).isTrue();
  }

  @Test
  void a_server_that_refuses_for_good_is_not_waited_for() throws Exception {
    Files.delete(folder.cluster().resolve("standby.signal"));
    int port = cluster.start(OwnPostgres::freePort);
    assertThat(CompletableFuture.runAsync(() -> server(port, "guessed").awaitRecovery(PATIENCE)))
        .succeedsWithin(10, TimeUnit.SECONDS);
  }

  private static ExternalDatabase server(int port, String password) {
    return new ExternalDatabase(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", password);
  }

  private static boolean answersTo(ExternalDatabase server) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.username(), server.password());
        Statement statement = connection.createStatement()) {
      return statement.execute("SELECT 1");
    }
  }
}
