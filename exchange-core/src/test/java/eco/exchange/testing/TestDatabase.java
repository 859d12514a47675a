package eco.exchange.testing;

import eco.exchange.storage.DatabaseRole;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.Settings;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.tool.schema.Action;

/**
 * A database of its own for a test, on a real PostgreSQL that the tests of one JVM share.
 *
 * <p>The server starts with the first database. All migrations on the class path run once, on a
 * template; each further database is a copy of it, which takes some tens of milliseconds. Server,
 * pools and session factories end with the JVM.
 */
public final class TestDatabase {

  private static final String USER = "postgres";
  private static final String APPLICATION = "exchange_app";
  private static final String TEMPLATE = "market_template";
  private static final String JDBC_URL = "jdbc:postgresql://localhost:%d/%s?user=" + USER;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A new database in which every migration on the class path has run and nothing else. */
  public static TestDatabase migrated() {
    TestDatabase database = new TestDatabase("test_" + COUNT.incrementAndGet());
    Server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(database.name, TEMPLATE));
    return database;
  }

  /** The host of the server. */
  public String host() {
    return "localhost";
  }

  /** The port of the server. */
  public int port() {
    return Server.POSTGRES.getPort();
  }

  /** The name of the database. */
  public String name() {
    return name;
  }

  /** The user, who owns the database. */
  public String username() {
    return USER;
  }

  /** The password; the server asks for none and takes any. */
  public String password() {
    return USER;
  }

  /** The address for JDBC, user included. */
  public String jdbcUrl() {
    return JDBC_URL.formatted(port(), name);
  }

  /** A pool of connections, as the stores of the modules use it; they close when idle. */
  public Pool pool() {
    return pool(USER);
  }

  /** A pool of connections with the role of the application, which owns nothing. */
  public Pool applicationPool() {
    return pool(APPLICATION);
  }

  private Pool pool(String user) {
    PgConnectOptions server =
        new PgConnectOptions()
            .setHost(host())
            .setPort(port())
            .setDatabase(name)
            .setUser(user)
            .setPassword(password())
            .setCachePreparedStatements(true);
    PoolOptions few = new PoolOptions().setMaxSize(8).setIdleTimeout(10);
    return PgBuilder.pool().with(few).connectingTo(server).using(Loop.VERTX).build();
  }

  /**
   * Sessions of Hibernate Reactive for these entities, set up as in the application: the tables
   * must be there and fit.
   */
  public Mutiny.SessionFactory sessions(Class<?>... entities) {
    Configuration configuration = new Configuration();
    for (Class<?> entity : entities) {
      configuration.addAnnotatedClass(entity);
    }
    configuration
        .setProperty(
            AvailableSettings.JAKARTA_JDBC_URL,
            "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), name))
        .setProperty(AvailableSettings.JAKARTA_JDBC_USER, USER)
        .setProperty(AvailableSettings.JAKARTA_JDBC_PASSWORD, password())
        .setProperty(AvailableSettings.HBM2DDL_AUTO, Action.ACTION_VALIDATE)
        .setProperty(AvailableSettings.POOL_SIZE, "8")
        .setProperty(Settings.POOL_IDLE_TIMEOUT, "10000");
    VertxInstance loop = Loop.VERTX::getDelegate;
    return configuration
        .buildSessionFactory(
            new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .addService(VertxInstance.class, loop)
                .build())
        .unwrap(Mutiny.SessionFactory.class);
  }

  /** The event loop that all pools of the JVM share. */
  private static final class Loop {
    static final Vertx VERTX = Vertx.vertx();
  }

  /** The server, started when first needed; zonky's own shutdown hook stops it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = started();

    private static EmbeddedPostgres started() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
        execute(postgres, "CREATE DATABASE " + TEMPLATE);
        execute(postgres, "CREATE ROLE " + APPLICATION + " LOGIN");
        prepare(postgres);
        Flyway.configure()
            .dataSource(JDBC_URL.formatted(postgres.getPort(), TEMPLATE), USER, USER)
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return postgres;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    private static void prepare(EmbeddedPostgres postgres) throws IOException {
      try (Connection connection =
              DriverManager.getConnection(JDBC_URL.formatted(postgres.getPort(), TEMPLATE));
          Statement statement = connection.createStatement()) {
        statement.execute(DatabaseRole.script());
      } catch (SQLException broken) {
        throw new IllegalStateException(broken);
      }
    }

    static void execute(String sql) {
      execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException broken) {
        throw new IllegalStateException(sql, broken);
      }
    }
  }
}
