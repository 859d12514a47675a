package eco.exchange.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What went wrong with a request, by RFC 9457.
 *
 * @param type the stable name of the sort of problem, for example
 *     'urn:eco-exchange:problem:too-low'
 * @param title the same for people
 * @param status the HTTP status
 * @param detail what was wrong this time
 * @param code the last part of the type as a constant, for example 'TOO_LOW'
 * @param reasons every reason of a refusal, the first of which gave the code
 * @param violations every field that does not fit
 * @param request the number under which the exchange has logged the problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Told> reasons,
    List<Violation> violations,
    Optional<String> request) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One reason of a refusal.
   *
   * @param code the stable code
   * @param detail what was wrong, with the figures
   */
  public record Told(String code, String detail) {}

  /**
   * One field that does not fit.
   *
   * @param field the path to the field, for example 'reserve.amount'
   * @param message what must hold
   */
  public record Violation(String field, String message) {}

  /** A problem of one sort. */
  public static Problem of(int status, String code, String detail) {
    String words = code.toLowerCase(Locale.ROOT);
    return new Problem(
        "urn:eco-exchange:problem:" + words.replace('_', '-'),
        words.replace('_', ' '),
        status,
        detail,
        code,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The problem that fields of the request do not fit. */
  public static Problem unfit(List<Violation> violations) {
    return of(422, "INVALID_REQUEST", "Fields of the request do not fit.").violating(violations);
  }

  /** The same problem with every reason. */
  public Problem because(List<Told> all) {
    return new Problem(type, title, status, detail, code, all, violations, request);
  }

  /** The same problem with every field that does not fit. */
  public Problem violating(List<Violation> all) {
    return new Problem(type, title, status, detail, code, reasons, all, request);
  }

  /** The same problem under the number of its request. */
  public Problem under(String number) {
    return new Problem(type, title, status, detail, code, reasons, violations, Optional.of(number));
  }
}
