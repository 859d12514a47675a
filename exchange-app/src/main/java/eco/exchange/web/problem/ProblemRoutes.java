package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Problems of requests that never reach a resource: too large a body, an address of nothing. */
@ApplicationScoped
class ProblemRoutes {

  private static final String API = "/api/*";
  private static final int FIRST = 1000;

  private final ObjectMapper json;
  private final long bodyMax;

  ProblemRoutes(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyMax) {
    this.json = json;
    this.bodyMax = bodyMax.asLongValue();
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
    } else if (length != null && isOver(length)) {
      refuse(request, 413);
    } else {
      request.next();
    }
  }

  private void refuse(RoutingContext request, int status) {
    request.response().putHeader(HttpHeaders.CONNECTION, "close");
    end(request, status);
  }

  // A length that is no number is left to HTTP itself, which refuses it.
  private boolean isOver(String length) {
    try {
      return Long.parseLong(length) > bodyMax;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void end(RoutingContext request, int status) {
    Problem problem = HttpProblems.of(status).under(RequestNumber.of(request));
    ProblemLog.told(request, problem);
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(text(problem));
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem that cannot be written", e);
    }
  }
}
