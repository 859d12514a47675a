package eco.exchange.web.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The number of a request, by which its problem is found in the log. */
public final class RequestNumber {

  /** The response header that tells the number. */
  public static final String HEADER = "X-Request-Id";

  private RequestNumber() {}

  /** The number of a request, given when it is first asked for. */
  public static String of(RoutingContext request) {
    @Nullable String known = request.get(HEADER);
    if (known != null) {
      return known;
    }
    String fresh = UUID.randomUUID().toString();
    request.put(HEADER, fresh);
    return fresh;
  }
}
