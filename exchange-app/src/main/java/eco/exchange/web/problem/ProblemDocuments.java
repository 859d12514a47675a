package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** The problem documents that end requests which no resource answers, each logged once. */
@Singleton
public final class ProblemDocuments {

  private final ObjectMapper json;

  ProblemDocuments(ObjectMapper json) {
    this.json = json;
  }

  /** Ends a request with what its failure is to the caller. */
  public void end(RoutingContext request, Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      refusal
          .retryAfter()
          .map(ProblemMappers::wholeSeconds)
          .ifPresent(wait -> request.response().putHeader("Retry-After", "" + wait));
      ProblemLog.told(request, refusal.problem());
      write(request, refusal.problem());
    } else {
      Problem mistake = Problem.of(HttpProblem.OUR_MISTAKE);
      ProblemLog.broken(request, mistake, failure);
      write(request, mistake);
    }
  }

  private void write(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(text(problem.under(RequestNumber.of(request))));
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem that cannot be written", e);
    }
  }
}
