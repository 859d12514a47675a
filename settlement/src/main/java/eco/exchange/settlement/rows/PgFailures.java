package eco.exchange.settlement.rows;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** Failures of PostgreSQL, by what follows from them. */
public final class PgFailures {

  /** Somebody else wrote the same row first: a unique key, a serialization, a deadlock. */
  private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01");

  private PgFailures() {}

  /** Whether somebody else was first, so that it can be tried again. */
  public static boolean isOvertaken(Throwable failure) {
    return failure instanceof PgException refused
        && OVERTAKEN.contains(String.valueOf(refused.getSqlState()));
  }
}
