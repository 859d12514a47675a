package eco.exchange.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OwnPostgresTest {

  private static final Duration REVIVAL = Duration.ofSeconds(30);

  // One folder for all tests: unpacking the server for each would take longer than they do.
  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path data;

  @BeforeEach
  void begin_with_one_bid() throws SQLException {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      execute(server.port(), server.password(), "DROP TABLE IF EXISTS bid");
      execute(server.port(), server.password(), "CREATE TABLE bid (price_fen bigint)");
      execute(server.port(), server.password(), "INSERT INTO bid VALUES (5200)");
    }
  }

  @Test
  void what_was_written_is_there_after_a_restart() throws SQLException {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200");
    }
  }

  @Test
  void a_fresh_start_forgets_everything() throws IOException {
    Path key = Files.createDirectories(data.resolve("keys")).resolve("seal.pem");
    Files.writeString(key, "a key of what is forgotten");
    try (OwnPostgres server = OwnPostgres.start(data, data, true)) {
      assertThatThrownBy(() -> bids(server)).hasMessageContaining("\"bid\" does not exist");
      assertThat(key).doesNotExist();
    }
  }

  @Test
  void a_commit_is_on_the_disk_before_it_is_answered() throws SQLException {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      for (String promise : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(query(server.port(), server.password(), "SHOW " + promise))
            .as(promise)
            .containsExactly("on");
      }
    }
  }

  @Test
  void only_this_machine_and_only_with_the_password_may_connect() throws Exception {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(query(server.port(), server.password(), "SHOW listen_addresses"))
          .containsExactly("127.0.0.1");
      assertThatThrownBy(() -> query(server.port(), "guessed", "SELECT 1"))
          .hasMessageContaining("password authentication failed");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void the_exchange_is_not_the_superuser_of_its_server() throws SQLException {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(query(server.port(), server.password(), "SHOW is_superuser"))
          .containsExactly("off");
    }
  }

  @Test
  void a_second_exchange_on_the_same_folder_says_so_in_one_line() throws IOException {
    try (OwnPostgres first = OwnPostgres.start(data, data, false);
        OtherExchange second = OtherExchange.on(data)) {
      assertThat(second.firstLine())
          .isEqualTo("Another exchange is already running on " + data.toRealPath() + ".");
      assertThatThrownBy(() -> OwnPostgres.start(data, data, false))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("already running");
      assertThat(first.port()).isPositive();
    }
  }

  @Test
  void killing_the_exchange_loses_nothing_and_the_next_takes_over() throws Exception {
    try (OtherExchange killed = OtherExchange.on(data)) {
      int port = Integer.parseInt(killed.firstLine());
      execute(port, Files.readString(password()), "INSERT INTO bid VALUES (5300)");
      killed.kill();
      assertThat(postmaster()).as("the server outlives the exchange").isPresent();
    }
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200", "5300");
    }
  }

  @Test
  void killing_exchange_and_server_together_loses_nothing() throws Exception {
    try (OtherExchange killed = OtherExchange.on(data)) {
      int port = Integer.parseInt(killed.firstLine());
      execute(port, Files.readString(password()), "INSERT INTO bid VALUES (5300)");
      killed.kill();
      kill(postmaster().orElseThrow());
    }
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200", "5300");
    }
  }

  @Test
  void a_server_killed_under_a_living_exchange_comes_back_on_its_port() throws Exception {
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      kill(postmaster().orElseThrow());
      assertThat(bidsOnceRevived(server)).containsExactly("5200");
    }
  }

  @Test
  void a_stopped_server_that_answers_nobody_is_replaced() throws Exception {
    try (OtherExchange killed = OtherExchange.on(data)) {
      killed.kill();
      signal("STOP", postmaster().orElseThrow());
    }
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200");
    }
  }

  @Test
  void a_stale_lock_whose_number_now_belongs_to_another_program_stops_nobody() throws Exception {
    leaveLock(Long.toString(ProcessHandle.current().pid()));
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200");
    }
  }

  @Test
  void a_lock_that_was_never_finished_stops_nobody() throws Exception {
    Files.writeString(lock(), "");
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(bids(server)).containsExactly("5200");
    }
  }

  @Test
  void half_a_cluster_is_thrown_away_and_made_again() throws Exception {
    DatabaseFolder.delete(cluster());
    Files.createDirectories(data.resolve("pg.new").resolve("base"));
    Files.writeString(data.resolve("pg.new").resolve("PG_VERSION"), "18");
    try (OwnPostgres server = OwnPostgres.start(data, data, false)) {
      assertThat(query(server.port(), server.password(), "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void a_cluster_that_does_not_start_is_told_in_one_line_and_the_folder_given_back()
      throws Exception {
    Path version = cluster().resolve("PG_VERSION");
    String ours = Files.readString(version);
    Files.writeString(version, "9.6\n");
    for (int tries = 0; tries < 2; tries++) {
      assertThatThrownBy(() -> OwnPostgres.start(data, data, false))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("database files are incompatible with server");
    }
    Files.writeString(version, ours);
  }

  private static List<String> bids(OwnPostgres server) throws SQLException {
    return query(server.port(), server.password(), "SELECT price_fen FROM bid ORDER BY 1");
  }

  private static List<String> query(int port, String password, String sql) throws SQLException {
    try (Connection connection = connect(port, password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  private static void execute(int port, String password, String sql) throws SQLException {
    try (Connection connection = connect(port, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(int port, String password) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, OwnPostgres.NAME);
    return DriverManager.getConnection(url, OwnPostgres.NAME, password);
  }

  private static void leaveLock(String pid) throws IOException {
    Files.write(
        lock(),
        List.of(pid, cluster().toString(), "1700000000", "5432", "", "127.0.0.1", "0 0", "ready"));
  }

  private static Optional<ProcessHandle> postmaster() throws IOException {
    return Postmaster.of(cluster().toRealPath()).flatMap(Postmaster::process);
  }

  // Asks until it is answered: a refused connection costs next to nothing.
  private static List<String> bidsOnceRevived(OwnPostgres server) throws SQLException {
    long patience = System.nanoTime() + REVIVAL.toNanos();
    while (true) {
      try {
        return bids(server);
      } catch (SQLException notYet) {
        if (System.nanoTime() > patience) {
          throw notYet;
        }
      }
    }
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  private static Path cluster() {
    return data.resolve("pg");
  }

  private static Path lock() {
    return cluster().resolve("postmaster.pid");
  }

  private static Path password() {
    return data.resolve("pg.password");
  }
}
