package eco.exchange.lab.trial;

import eco.exchange.server.postgres.OwnPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * The database of a trial: a data folder to throw away, with a fresh PostgreSQL in it that writes
 * through to the disk at every commit.
 */
public final class TrialDatabase implements AutoCloseable {

  private final Path folder;
  private final OwnPostgres server;

  private TrialDatabase(Path folder, OwnPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  public static TrialDatabase prepare() throws IOException {
    Path folder = Files.createTempDirectory("exchange-trial-");
    Path programs =
        Optional.ofNullable(System.getenv("EXCHANGE_DB_PROGRAMS")).map(Path::of).orElse(folder);
    OwnPostgres server = OwnPostgres.start(folder, programs, true);
    // Whoever breaks a trial off leaves nothing running.
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return new TrialDatabase(folder, server);
  }

  public Path folder() {
    return folder;
  }

  /** The settings by which another process finds this ground. */
  public Map<String, String> settings() {
    return Map.of(
        "EXCHANGE_DATA",
        folder.toString(),
        "EXCHANGE_DB_HOST",
        "127.0.0.1",
        "EXCHANGE_DB_PORT",
        Integer.toString(server.port()),
        "EXCHANGE_DB_NAME",
        OwnPostgres.NAME,
        "EXCHANGE_DB_USERNAME",
        OwnPostgres.APPLICATION,
        "EXCHANGE_DB_PASSWORD",
        server.password(),
        "EXCHANGE_DB_OWNER",
        OwnPostgres.NAME,
        "EXCHANGE_DB_OWNER_PASSWORD",
        server.password());
  }

  /** The settings by which the programs of PostgreSQL find its server. */
  public Map<String, String> login() {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        Integer.toString(server.port()),
        "PGDATABASE",
        OwnPostgres.NAME,
        "PGUSER",
        OwnPostgres.NAME,
        "PGPASSWORD",
        server.password());
  }

  /** The process of the server; all its sessions are its children. */
  public long serverPid() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("pg/postmaster.pid")).getFirst());
  }

  public void run(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  public String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Checks what the server itself says of its writing, and not the settings it was given. */
  public void mustBeDurable() throws SQLException, IOException {
    String promise =
        text("SELECT current_setting('fsync') || current_setting('synchronous_commit')");
    if (!promise.equals("onon")) {
      throw new LoadTool.Failed("the database does not write through to the disk: " + promise);
    }
  }

  /** A connection of its own, which the caller closes. */
  public Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", OwnPostgres.NAME);
    login.setProperty("password", server.password());
    return Objects.requireNonNull(
        new Driver()
            .connect(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), OwnPostgres.NAME),
                login));
  }

  /** A file beside a class, as a text. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays a file that stands beside a class into the folder, for programs that read files only. */
  public Path lay(Class<?> beside, String name) throws IOException {
    return Files.writeString(folder.resolve(name), resource(beside, name));
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException none)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
