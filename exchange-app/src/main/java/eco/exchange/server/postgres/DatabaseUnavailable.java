package eco.exchange.server.postgres;

/** Why the exchange has no database, in one line for whoever started it. */
public final class DatabaseUnavailable extends RuntimeException {

  DatabaseUnavailable(String reason) {
    super(reason);
  }

  DatabaseUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
