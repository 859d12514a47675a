package eco.exchange.server.postgres;

/**
 * The failure of an exchange that has no database, with the reason in one line for whoever started
 * it.
 */
public final class DatabaseUnavailable extends RuntimeException {

  DatabaseUnavailable(String reason) {
    super(reason);
  }

  DatabaseUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
