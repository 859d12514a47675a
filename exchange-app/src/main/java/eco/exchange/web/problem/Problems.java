package eco.exchange.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import eco.exchange.answer.Answer;
import eco.exchange.answer.Reason;
import eco.exchange.answer.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The problems and results that callers are told, made from what doors answer.
 *
 * <p>A resource maps a door's answer by {@code .map(Problems::done)}, and an optional view by
 * {@code .map(Problems::found)}.
 */
public final class Problems {

  private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

  private Problems() {}

  /**
   * What was done.
   *
   * @throws ProblemException if it was refused
   */
  public static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused -> throw refused(refused.reasons());
    };
  }

  /**
   * What was found.
   *
   * @throws ProblemException if there is nothing
   */
  public static <T> T found(Optional<T> view) {
    return view.orElseThrow(() -> new ProblemException(notFound()));
  }

  /** One refusal of a door that has answers of its own. */
  public static ProblemException refused(Reason reason, String detail) {
    return refused(List.of(new Refusal(reason, detail)));
  }

  // Whoever is busy now will not be for long.
  private static ProblemException refused(List<Refusal> reasons) {
    Problem problem = refusal(reasons);
    return reasons.getFirst().reason().kind() == Reason.Kind.BUSY
        ? ProblemException.passing(problem, WHILE_BUSY)
        : new ProblemException(problem);
  }

  /** A field that does not fit. */
  public static ProblemException unfit(String field, String message) {
    return new ProblemException(Problem.unfit(List.of(new Problem.Violation(field, message))));
  }

  /** There is no such thing, or it is not the caller's to see. */
  public static Problem notFound() {
    return Problem.of(HttpProblem.NOT_FOUND);
  }

  /** Nobody has signed in, or the token is not to be believed. */
  public static ProblemException notSignedIn() {
    return new ProblemException(Problem.of(HttpProblem.NOT_SIGNED_IN));
  }

  /** Whoever asks has no role that may. */
  public static ProblemException roleMissing() {
    return new ProblemException(Problem.of(HttpProblem.ROLE_MISSING));
  }

  /** The body is of another media type than what is read here. */
  public static ProblemException wrongMediaType() {
    return new ProblemException(Problem.of(HttpProblem.MEDIA_TYPE_UNSUPPORTED));
  }

  /** The body cannot be read. */
  public static ProblemException unreadable(JsonProcessingException failure) {
    return new ProblemException(JsonProblems.of(failure));
  }

  /** The problem that a refusal is; the first reason gives its sort, all are told. */
  public static Problem refusal(List<Refusal> reasons) {
    return Problem.of(status(reasons.getFirst().reason().kind()), reasons);
  }

  private static int status(Reason.Kind kind) {
    return switch (kind) {
      case INVALID -> 422;
      case NOT_FOUND -> 404;
      case FORBIDDEN -> 403;
      case CONFLICT -> 409;
      case BUSY -> 503;
    };
  }
}
