package eco.exchange.web.problem;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log of problems, each told once, under the number that the caller is told. */
final class ProblemLog {

  private static final Logger LOG = Logger.getLogger("eco.exchange.web.problem");

  private ProblemLog() {}

  /**
   * A problem of the caller's making. What a door refuses is the daily life of a market, such as a
   * bid that came second, and is told only to those who look closely.
   */
  static void told(RoutingContext request, Problem problem) {
    Logger.Level level = problem.reasons().isEmpty() ? Logger.Level.INFO : Logger.Level.DEBUG;
    if (LOG.isEnabled(level)) {
      LOG.logf(level, "%s %s", line(request, problem), problem.detail());
    }
  }

  /** A mistake of our own, with its trace. */
  static void broken(RoutingContext request, Problem problem, Throwable failure) {
    LOG.error(line(request, problem), failure);
  }

  // The address stays as it was sent, percent-encoded, and without its query: no line breaks, no
  // secrets.
  private static String line(RoutingContext request, Problem problem) {
    @Nullable String path = request.request().path();
    return "%d %s %s %s [%s]"
        .formatted(
            problem.status(),
            problem.code(),
            request.request().method(),
            path,
            RequestNumber.of(request));
  }
}
