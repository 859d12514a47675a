package eco.exchange.identity.secret;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The hashing of passwords with bcrypt, and their comparison, on threads of their own.
 *
 * <p>A comparison is slow on purpose. Few threads and a short queue keep a flood of sign-ins from
 * taking the processor away from the market; what does not fit fails with {@link
 * java.util.concurrent.RejectedExecutionException}.
 */
@Singleton
public class Passwords {

  private static final int LENGTH_MIN = 10;
  // What bcrypt reads; it would silently ignore the rest.
  private static final int BYTES_MAX = 72;
  private static final int COST = 10;
  private static final int THREADS = 2;
  private static final int QUEUE_MAX = 100;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE_MAX),
          Passwords::thread);
  // Compared when there is no such login, so that the answer takes as long.
  private final String nobody = BcryptUtil.bcryptHash(OpaqueToken.fresh().text(), COST);

  Passwords() {}

  /** Whether a password may be chosen by the person with this login. */
  public static boolean isStrong(String password, String login) {
    return password.codePointCount(0, password.length()) >= LENGTH_MIN
        && isReadWhole(password)
        && !password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
  }

  /** The hash of a new password. */
  public Uni<String> hash(String password) {
    return apart(() -> BcryptUtil.bcryptHash(password, COST));
  }

  /** Whether the password fits; without a hash it takes as long, and never fits. */
  public Uni<Boolean> fits(String password, Optional<String> hash) {
    boolean possible = hash.isPresent() && isReadWhole(password);
    String tried = possible ? password : "-";
    return apart(() -> BcryptUtil.matches(tried, hash.orElse(nobody)) && possible);
  }

  private static boolean isReadWhole(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX
        && password.indexOf('\0') < 0;
  }

  private <T> Uni<T> apart(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(threads);
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("password").unstarted(work);
  }

  @PreDestroy
  void end() {
    threads.shutdown();
  }
}
