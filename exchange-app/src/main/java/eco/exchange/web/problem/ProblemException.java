package eco.exchange.web.problem;

import java.time.Duration;
import java.util.Optional;

/**
 * The exception that ends a request with a problem. It carries no stack trace, for it is an answer,
 * not a mistake.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Optional<Duration> retryAfter;

  /** Ends a request with a problem. */
  public ProblemException(Problem problem) {
    this(problem, Optional.empty());
  }

  private ProblemException(Problem problem, Optional<Duration> retryAfter) {
    super(problem.code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** Ends a request with a problem that may be gone after a while. */
  public static ProblemException passing(Problem problem, Duration retryAfter) {
    return new ProblemException(problem, Optional.of(retryAfter));
  }

  /** What the caller is told. */
  public Problem problem() {
    return problem;
  }

  /** After which time the caller may try again. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
