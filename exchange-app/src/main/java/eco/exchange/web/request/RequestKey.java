package eco.exchange.web.request;

import eco.exchange.web.problem.HttpProblem;
import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The idempotency key of the request: what the caller names it, so that it can be sent again. */
@RequestScoped
public class RequestKey {

  /** The header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,64}");

  private final HttpHeaders headers;
  private final CurrentActor caller;

  RequestKey(HttpHeaders headers, CurrentActor caller) {
    this.headers = headers;
    this.caller = caller;
  }

  /**
   * The key as the caller wrote it.
   *
   * @throws ProblemException if it is missing, or not 1 to 64 visible ASCII characters
   */
  public String key() {
    return in(headers.getHeaderString(HEADER));
  }

  /**
   * A key as it stands in its header.
   *
   * @throws ProblemException if it is missing, or not 1 to 64 visible ASCII characters
   */
  public static String in(@Nullable String key) {
    if (key == null) {
      throw new ProblemException(Problem.of(HttpProblem.IDEMPOTENCY_KEY_MISSING));
    }
    if (!SHAPE.matcher(key).matches()) {
      throw new ProblemException(Problem.of(HttpProblem.IDEMPOTENCY_KEY_INVALID));
    }
    return key;
  }

  /**
   * The identity of what this request creates: always the same for the same person, key and kind.
   *
   * @param kind what is created, for requests that create several things
   */
  public UUID idFor(String kind) {
    return NameBasedId.of(caller.actor().account() + "\n" + key() + "\n" + kind);
  }
}
