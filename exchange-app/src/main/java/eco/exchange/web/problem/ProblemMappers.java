package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import eco.exchange.web.problem.Problem.Violation;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The mappers from every failure of a request to a problem document, each logged once. */
@Singleton
class ProblemMappers {

  private static final Duration WHILE_BUSY = Duration.ofSeconds(2);

  private final CurrentVertxRequest current;

  ProblemMappers(CurrentVertxRequest current) {
    this.current = current;
  }

  @ServerExceptionMapper
  Response refused(ProblemException refusal) {
    Response.ResponseBuilder answer = told(refusal.problem());
    refusal
        .retryAfter()
        .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
    return answer.build();
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException failure) {
    return told(JsonProblems.of(failure)).build();
  }

  // Named of its own, for otherwise the mapper that Quarkus brings for it comes first.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException failure) {
    return unreadable(failure);
  }

  @ServerExceptionMapper
  Response unfit(ConstraintViolationException failure) {
    List<Violation> violations =
        failure.getConstraintViolations().stream()
            .map(v -> new Violation(field(v.getPropertyPath()), v.getMessage()))
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
    return told(Problem.unfit(violations)).build();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unknownCaller() {
    return told(Problem.of(HttpProblem.NOT_SIGNED_IN)).build();
  }

  @ServerExceptionMapper(ForbiddenException.class)
  Response wrongRole() {
    return told(Problem.of(HttpProblem.ROLE_MISSING)).build();
  }

  @ServerExceptionMapper(RejectedExecutionException.class)
  Response busy() {
    return refused(ProblemException.passing(Problem.of(HttpProblem.BUSY), WHILE_BUSY));
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    int status = failure.getResponse().getStatus();
    if (status >= 500) {
      return broken(failure);
    }
    return told(Problem.ofStatus(status)).build();
  }

  @ServerExceptionMapper
  Response broken(Throwable failure) {
    Problem problem = Problem.of(HttpProblem.OUR_MISTAKE);
    RoutingContext request = current.getCurrent();
    ProblemLog.broken(request, problem, failure);
    return answer(problem, request).build();
  }

  private Response.ResponseBuilder told(Problem problem) {
    RoutingContext request = current.getCurrent();
    ProblemLog.told(request, problem);
    return answer(problem, request);
  }

  private static Response.ResponseBuilder answer(Problem problem, RoutingContext request) {
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.under(RequestNumber.of(request)));
    return problem.status() == 401 ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer") : answer;
  }

  // Rounded up, so that nobody comes back a moment too early.
  static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  // Without the names of the method and of its parameter, which are ours.
  private static String field(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .skip(2)
        .map(Path.Node::toString)
        .collect(Collectors.joining("."));
  }
}
