package eco.exchange.server.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MarketTimeTest {

  private static final boolean MOVABLE = true;

  private final DataSource database = database();

  @Test
  void time_that_was_moved_survives_a_restart() throws SQLException {
    MarketTime time = new MarketTime(database, MOVABLE);
    Instant nextYear = time.clock().instant().plus(Duration.ofDays(365));
    Instant moved = time.moveTo(nextYear);
    assertThat(moved).isAfterOrEqualTo(nextYear);
    assertThat(new MarketTime(database, MOVABLE).clock().instant()).isAfterOrEqualTo(moved);
  }

  @Test
  void time_never_moves_back() throws SQLException {
    MarketTime time = new MarketTime(database, MOVABLE);
    Instant before = time.moveTo(time.clock().instant().plus(Duration.ofDays(20)));
    assertThat(time.moveTo(before.minus(Duration.ofDays(10)))).isAfterOrEqualTo(before);
    assertThat(new MarketTime(database, MOVABLE).clock().instant()).isAfterOrEqualTo(before);
  }

  @Test
  void in_production_it_is_the_time_of_the_world_and_stays_so() throws SQLException {
    MarketTime time = new MarketTime(database, !MOVABLE);
    Instant world = Clock.systemUTC().instant();
    assertThat(time.clock().instant())
        .isBetween(world.truncatedTo(ChronoUnit.MICROS), world.plusSeconds(60));
    assertThatThrownBy(() -> time.moveTo(world.plusSeconds(3600)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void data_whose_time_was_moved_never_becomes_the_real_market() throws SQLException {
    MarketTime demonstration = new MarketTime(database, MOVABLE);
    demonstration.moveTo(demonstration.clock().instant().plus(Duration.ofDays(1)));
    assertThatThrownBy(() -> new MarketTime(database, !MOVABLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("EXCHANGE_CLOCK_MOVABLE");
  }

  private static DataSource database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(TestDatabase.migrated().jdbcUrl());
    return source;
  }
}
