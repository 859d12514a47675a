package eco.exchange.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import eco.exchange.answer.Refusal;
import eco.exchange.wording.RefusalTitle;
import eco.exchange.wording.RefusalTitles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A problem of a request, by RFC 9457, with a title in both languages.
 *
 * @param type the stable name of the sort of problem, for example
 *     'urn:eco-exchange:problem:too-low'
 * @param title the short title of the code in English
 * @param titleZh the same title in Chinese
 * @param status the HTTP status
 * @param detail what was wrong this time, in English
 * @param code the last part of the type as a constant, for example 'TOO_LOW'
 * @param reasons every reason of a refusal, the first of which gave the code
 * @param violations every field that does not fit
 * @param request the number under which the exchange has logged the problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    String titleZh,
    int status,
    String detail,
    String code,
    List<Cause> reasons,
    List<Violation> violations,
    Optional<String> request) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One reason of a refusal.
   *
   * @param code the stable code
   * @param title the short title of the code in English
   * @param titleZh the same title in Chinese
   * @param detail what was wrong, with the figures, in English
   */
  public record Cause(String code, String title, String titleZh, String detail) {

    static Cause of(Refusal refusal) {
      RefusalTitle title = RefusalTitles.of(refusal.reason().name());
      return new Cause(refusal.reason().name(), title.en(), title.zh(), refusal.detail());
    }
  }

  /**
   * One field that does not fit.
   *
   * @param field the path to the field, for example 'reserve.amount'
   * @param message what must hold
   */
  public record Violation(String field, String message) {}

  /** A problem of a request as such. */
  public static Problem of(HttpProblem problem) {
    return of(problem, problem.detail());
  }

  /** A problem of a request as such, of which more is known. */
  public static Problem of(HttpProblem problem, String detail) {
    return of(problem.status(), problem.name(), detail);
  }

  /** The problem that a status of HTTP alone tells. */
  static Problem ofStatus(int status) {
    HttpProblem problem = HttpProblem.of(status);
    return of(status, problem.name(), problem.detail());
  }

  /** The problem that a refusal is; the first reason gives its sort. */
  static Problem of(int status, List<Refusal> reasons) {
    Refusal first = reasons.getFirst();
    return of(status, first.reason().name(), first.detail())
        .because(reasons.stream().map(Cause::of).toList());
  }

  private static Problem of(int status, String code, String detail) {
    RefusalTitle title = RefusalTitles.of(code);
    return new Problem(
        "urn:eco-exchange:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
        title.en(),
        title.zh(),
        status,
        detail,
        code,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The problem that fields of the request do not fit. */
  public static Problem unfit(List<Violation> all) {
    return of(HttpProblem.INVALID_REQUEST).violating(all);
  }

  private Problem because(List<Cause> all) {
    return new Problem(type, title, titleZh, status, detail, code, all, violations, request);
  }

  private Problem violating(List<Violation> all) {
    return new Problem(type, title, titleZh, status, detail, code, reasons, all, request);
  }

  /** The same problem under the number of its request. */
  public Problem under(String number) {
    return new Problem(
        type, title, titleZh, status, detail, code, reasons, violations, Optional.of(number));
  }
}
