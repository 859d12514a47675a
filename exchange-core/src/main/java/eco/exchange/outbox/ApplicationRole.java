package eco.exchange.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rights of the role with which the exchange works in its database. */
public final class ApplicationRole {

  private ApplicationRole() {}

  /** What the owner of the database runs once, before the tables are made. */
  public static String script() {
    try (InputStream script =
        ApplicationRole.class.getResourceAsStream("/db/application-role.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
