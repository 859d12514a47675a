package eco.exchange.server.time;

import eco.exchange.calendar.MarketClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The clock of the whole exchange: the system's in production, one that can be moved forward in
 * demonstrations and tests.
 *
 * <p>How far it was moved is kept in the database, so that market time never runs backwards over a
 * restart. Data whose time was moved is refused by an exchange whose clock cannot move.
 */
@Singleton
public class MarketTime {

  private final DataSource database;
  private final boolean movable;
  private final MarketClock clock;

  MarketTime(DataSource database, @ConfigProperty(name = "exchange.clock.movable") boolean movable)
      throws SQLException {
    this.database = database;
    this.movable = movable;
    Duration kept = keptOffset();
    if (kept.isPositive() && !movable) {
      throw new IllegalStateException(
          "The market time of this database was moved ahead by a demonstration; start it with"
              + " EXCHANGE_CLOCK_MOVABLE=true, or choose other data with EXCHANGE_DATA.");
    }
    this.clock = new MarketClock(Clock.systemUTC(), kept);
  }

  /** The clock that everybody reads. */
  @Produces
  @Singleton
  Clock clock() {
    return clock;
  }

  /** True if market time may be moved here. */
  public boolean movable() {
    return movable;
  }

  /**
   * Moves market time forward; a moment already past changes nothing. Blocks on the database.
   *
   * @return the market time now
   * @throws IllegalStateException if this exchange keeps the time of the world
   */
  public synchronized Instant moveTo(Instant moment) throws SQLException {
    if (!movable) {
      throw new IllegalStateException("Market time cannot be moved here.");
    }
    Instant now = clock.moveTo(moment);
    keep(clock.offset());
    return now;
  }

  private Duration keptOffset() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT offset_ms FROM market.clock");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Duration.ofMillis(row.getLong(1)) : Duration.ZERO;
    }
  }

  // Rounded up to the millisecond, so that the time after a restart is not before a time once told.
  private void keep(Duration offset) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE market.clock SET offset_ms = greatest(offset_ms, ?)")) {
      update.setLong(1, offset.plusNanos(999_999).toMillis());
      update.executeUpdate();
    }
  }
}
