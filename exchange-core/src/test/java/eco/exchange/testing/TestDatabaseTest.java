package eco.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void every_migration_has_run_on_a_new_database() {
    Pool pool = TestDatabase.migrated().pool();

    assertThat(number(pool, "SELECT offset_ms FROM market.clock")).isZero();
    assertThat(number(pool, "SELECT count(*) FROM flyway_schema_history WHERE NOT success"))
        .isZero();
    assertThat(number(pool, "SELECT count(*) FROM pg_namespace WHERE nspname = 'flowable'"))
        .isOne();
  }

  @Test
  void what_one_test_writes_no_other_test_sees() {
    Pool one = TestDatabase.migrated().pool();
    Pool other = TestDatabase.migrated().pool();

    run(one, "UPDATE market.clock SET offset_ms = 7");

    assertThat(number(one, "SELECT offset_ms FROM market.clock")).isEqualTo(7);
    assertThat(number(other, "SELECT offset_ms FROM market.clock")).isZero();
  }

  @Test
  void jdbc_reaches_the_same_database() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    run(database.pool(), "UPDATE market.clock SET offset_ms = 11");

    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        ResultSet clock =
            connection.createStatement().executeQuery("SELECT offset_ms FROM market.clock")) {
      assertThat(clock.next()).isTrue();
      assertThat(clock.getLong(1)).isEqualTo(11);
    }
  }

  @Test
  void hibernate_sessions_write_and_read_back() {
    TestDatabase database = TestDatabase.migrated();
    run(database.pool(), "CREATE TABLE market.gauge (id bigint PRIMARY KEY, river text NOT NULL)");
    Mutiny.SessionFactory sessions = database.sessions(Gauge.class);

    sessions.withTransaction(session -> session.persist(new Gauge(1, "茹河"))).await().indefinitely();

    Gauge found =
        sessions.withTransaction(session -> session.find(Gauge.class, 1L)).await().indefinitely();
    assertThat(found.river).isEqualTo("茹河");
    assertThat(number(database.pool(), "SELECT count(*) FROM market.gauge")).isOne();
  }

  @Test
  void hibernate_refuses_an_entity_whose_table_does_not_fit() {
    TestDatabase database = TestDatabase.migrated();
    run(database.pool(), "CREATE TABLE market.gauge (id bigint PRIMARY KEY)");

    assertThatThrownBy(() -> database.sessions(Gauge.class)).hasStackTraceContaining("river");
  }

  private static long number(Pool pool, String sql) {
    return pool.query(sql).execute().map(RowSet::iterator).await().indefinitely().next().getLong(0);
  }

  private static void run(Pool pool, String sql) {
    pool.query(sql).execute().replaceWithVoid().await().indefinitely();
  }

  @Entity
  @Table(schema = "market", name = "gauge")
  static class Gauge {
    @Id long id;

    @Column(columnDefinition = "text")
    String river = "";

    Gauge() {}

    Gauge(long id, String river) {
      this.id = id;
      this.river = river;
    }
  }
}
