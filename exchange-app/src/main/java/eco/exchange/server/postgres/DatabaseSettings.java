package eco.exchange.server.postgres;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings {@code exchange.db.*}, on which every datasource is built: where the database is.
 *
 * <p>If {@code exchange.db.host} is configured (environment EXCHANGE_DB_HOST and so on), that
 * server is used, and only what is missing is filled in. Otherwise the exchange's own PostgreSQL is
 * started on the folder {@code exchange.data}, when its port is first asked for and not before:
 * building the project must not start a database.
 */
public final class DatabaseSettings implements ConfigSourceFactory {

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (setting(context, "exchange.db.host").isPresent()) {
      return List.of(
          new PropertiesConfigSource(
              Map.of(
                  "exchange.db.port", "5432",
                  "exchange.db.name", OwnPostgres.NAME,
                  "exchange.db.username", OwnPostgres.NAME,
                  // Where nobody says otherwise, one role makes the tables and works with them.
                  "exchange.db.owner", "${exchange.db.username}",
                  "exchange.db.owner-password", "${exchange.db.password}"),
              "database elsewhere",
              OwnDatabaseSettings.ORDINAL));
    }
    String data = setting(context, "exchange.data").orElse("data");
    return List.of(
        new OwnDatabaseSettings(
            data,
            setting(context, "exchange.db.programs").orElse(data),
            setting(context, "exchange.db.fresh").map(Boolean::valueOf).orElse(false)));
  }

  private static Optional<String> setting(ConfigSourceContext context, String name) {
    return Optional.ofNullable(context.getValue(name)).map(ConfigValue::getValue);
  }
}
