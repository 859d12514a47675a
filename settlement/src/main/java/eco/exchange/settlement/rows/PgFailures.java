package eco.exchange.settlement.rows;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.regex.Pattern;

/** Failures of PostgreSQL, by what follows from them. */
public final class PgFailures {

  /** Somebody else wrote the same row first: a unique key, a serialization, a deadlock. */
  private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01");

  /** Somebody else has moved the money first: of a stray receipt no row but its account is kept. */
  private static final String MOVED = "account_has_enough";

  private static final Pattern LASTING = Pattern.compile("(22|23|P0)...");

  private PgFailures() {}

  /** Whether somebody else was first, so that it can be tried again. */
  public static boolean isOvertaken(Throwable failure) {
    return failure instanceof PgException refused
        && (OVERTAKEN.contains(String.valueOf(refused.getSqlState()))
            || MOVED.equals(refused.getConstraint()));
  }

  /**
   * Whether the same call would fail again: the database refuses what was to be written (SQLSTATE
   * classes 22, 23 and P0), or a fault is our own. A database that is away may be there again.
   */
  public static boolean isLasting(Throwable failure) {
    return failure instanceof PgException refused
        ? !isOvertaken(refused) && LASTING.matcher(String.valueOf(refused.getSqlState())).matches()
        : failure instanceof RuntimeException && !(failure instanceof VertxException);
  }
}
