package eco.exchange.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rights of the role with which the exchange works in its database. */
public final class DatabaseRole {

  private DatabaseRole() {}

  /** What the owner of the database runs once, before the tables are made. */
  public static String script() {
    try (InputStream script = DatabaseRole.class.getResourceAsStream("/db/application-role.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
