package eco.exchange.schema;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

/** The migrations of all modules in one history. */
class MigratingTest {

  private static final String FORGET_WHAT_IS_REPEATABLE =
      "DELETE FROM flyway_schema_history WHERE version IS NULL";
  private static final String FORGET_ALL =
      """
      DROP SCHEMA market, flowable, listing, bidding, contracts, settlement, identity, web CASCADE;
      DROP TABLE flyway_schema_history
      """;

  private final TestDatabase database = TestDatabase.migrated();

  @Test
  void what_is_repeatable_changes_nothing_when_it_runs_again() throws SQLException {
    List<String> before = Schema.of(database.jdbcUrl());

    run(FORGET_WHAT_IS_REPEATABLE);
    int run = migrate();

    assertThat(run).isPositive().isEqualTo(repeatable());
    assertThat(Schema.of(database.jdbcUrl())).isEqualTo(before);
  }

  @Test
  void a_schema_made_anew_is_the_same() throws SQLException {
    List<String> before = Schema.of(database.jdbcUrl());

    run(FORGET_ALL);
    assertThat(Schema.of(database.jdbcUrl())).isEmpty();
    migrate();

    assertThat(Schema.of(database.jdbcUrl())).isEqualTo(before);
  }

  @Test
  void a_changed_trigger_right_or_check_is_seen() throws SQLException {
    List<String> before = Schema.of(database.jdbcUrl());
    for (String change :
        List.of(
            "ALTER TABLE settlement.transfer DISABLE TRIGGER append_only",
            "GRANT DELETE ON settlement.transfer TO exchange_app",
            "ALTER TABLE bidding.award DROP CONSTRAINT award_state_check")) {
      run(change);
      List<String> after = Schema.of(database.jdbcUrl());
      assertThat(after).as(change).isNotEqualTo(before);
      before = after;
    }
  }

  private int migrate() {
    return flyway().migrate().migrationsExecuted;
  }

  private long repeatable() {
    return List.of(flyway().info().applied()).stream().filter(MigratingTest::isRepeatable).count();
  }

  private static boolean isRepeatable(MigrationInfo migration) {
    return migration.getVersion() == null;
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .locations("classpath:db/migration")
        .load();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
