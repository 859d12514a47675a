package eco.exchange.lab.soak.bank;

import eco.exchange.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * An exchange in this process. Where it is killed, the database ends all its connections in the
 * midst of a round, as it does when a process dies, and nothing of it is used any more.
 */
final class InProcessExchange implements LinkedExchange, AutoCloseable {

  private static final int KILL_WITHIN_MILLIS = 300;

  private final TestDatabase database;
  private final Path folder;
  private final RandomGenerator random;
  private PgSettlement settlement;
  private ExchangeDesk desk;
  private int lives;
  private boolean rests;

  InProcessExchange(TestDatabase database, Path folder, RandomGenerator random) {
    this.database = database;
    this.folder = folder;
    this.random = random;
    begin();
  }

  private void begin() {
    lives++;
    settlement =
        new PgSettlement(
            new PgSettlement.Login(
                database.host(),
                database.port(),
                database.name(),
                "exchange_app",
                database.password(),
                name()));
    desk = new ExchangeDesk(settlement, folder, random);
  }

  private String name() {
    return "%s-%d".formatted(database.name(), lives);
  }

  @Override
  public void work() throws IOException {
    if (!rests) {
      desk.act();
    }
    desk.round();
  }

  @Override
  public void killInTheMidst() throws IOException, InterruptedException {
    ExchangeDesk dying = desk;
    Thread round = Thread.ofPlatform().start(() -> roundOf(dying));
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(KILL_WITHIN_MILLIS)).toNanos());
    settlement.close();
    endConnections();
    round.join();
    begin();
  }

  // Whatever a dying exchange says, nobody hears it.
  private static void roundOf(ExchangeDesk dying) {
    try {
      dying.round();
    } catch (IOException | RuntimeException last) {
      // It is dead.
    }
  }

  private void endConnections() throws IOException {
    String end =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '%s'";
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet ended = statement.executeQuery(end.formatted(name()))) {
      while (ended.next()) {
        ended.getBoolean(1);
      }
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  @Override
  public void comeToRest() throws IOException {
    rests = true;
    work();
    work();
  }

  @Override
  public void goOn() {
    rests = false;
  }

  @Override
  public String escaped() {
    return "";
  }

  @Override
  public void close() {
    settlement.close();
  }
}
