package eco.exchange.web.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Problems of requests that never reach a resource: too large a body, an address of nothing. */
@ApplicationScoped
class ProblemRoutes {

  private static final String API = "/api/*";
  private static final int FIRST = 1000;

  /** Where the roster of a village is filed, which may have a hundred thousand lines. */
  private static final Pattern ROSTERS =
      Pattern.compile("/api/v1/trades/[^/]+/payees/[^/]+/rosters");

  private final ProblemDocuments problems;
  private final long bodyMax;
  private final long rosterMax;

  ProblemRoutes(
      ProblemDocuments problems,
      @ConfigProperty(name = "exchange.body-limit") MemorySize bodyMax,
      @ConfigProperty(name = "exchange.roster-limit") MemorySize rosterMax) {
    this.problems = problems;
    this.bodyMax = bodyMax.asLongValue();
    this.rosterMax = rosterMax.asLongValue();
  }

  void refuseLargeBodies(@Observes Filters filters) {
    filters.register(this::refuseLargeBody, FIRST);
  }

  void answerNothingElse(@Observes Router router) {
    router.route(API).order(Integer.MAX_VALUE).handler(request -> end(request, 404));
  }

  // A body in chunks would be found too large only when somebody is already reading it.
  private void refuseLargeBody(RoutingContext request) {
    @Nullable String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      refuse(request, 411);
    } else if (length != null && isOver(length, limitOf(request))) {
      refuse(request, 413);
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request, int status) {
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    end(request, status);
  }

  private long limitOf(RoutingContext request) {
    return ROSTERS.matcher(request.normalizedPath()).matches() ? rosterMax : bodyMax;
  }

  // A length that is no number is left to HTTP itself, which refuses it.
  private static boolean isOver(String length, long limit) {
    try {
      return Long.parseLong(length) > limit;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void end(RoutingContext request, int status) {
    problems.end(request, new ProblemException(Problem.ofStatus(status)));
  }
}
