package eco.exchange.listing;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The common part of the stores on Hibernate Reactive: how they read, and how they change in a
 * transaction.
 *
 * <p>Nothing is locked while a rule decides: a row carries its version, unique keys guard what is
 * new, and whoever loses such a race reads again and is judged again.
 */
public final class HibernateTransactions {

  /** Who loses this often has many rivals; the caller may ask again. */
  private static final int RACES_MAX = 20;

  /** The code of PostgreSQL for a second row under a unique key. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final Mutiny.SessionFactory sessions;

  public HibernateTransactions(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return sessions.withSession(work);
  }

  public <T> Uni<T> change(Function<Mutiny.Session, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> sessions.withTransaction(work))
        .onFailure(HibernateTransactions::isLostRace)
        .retry()
        .atMost(RACES_MAX);
  }

  private static boolean isLostRace(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException
                    || isUniqueViolation(cause));
  }

  private static boolean isUniqueViolation(Throwable cause) {
    return cause instanceof ConstraintViolationException broken
        && UNIQUE_VIOLATION.equals(broken.getSQLState());
  }

  /** Inserts a row now, so that a lost race shows here. */
  public static <T> Uni<T> inserted(Mutiny.Session session, T row) {
    return session.persist(row).chain(session::flush).replaceWith(row);
  }
}
