package eco.exchange.web.json;

import eco.exchange.web.problem.Problem;
import eco.exchange.web.problem.Problem.Violation;
import eco.exchange.web.problem.ProblemException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check that a body is whole: one in which something is missing is refused, and everything that
 * is missing is told.
 */
@Provider
public final class WholeBody implements ReaderInterceptor {

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    return whole(context.proceed());
  }

  /**
   * The body, in which nothing is missing.
   *
   * @throws ProblemException if something is
   */
  public static <T extends @Nullable Object> T whole(T body) {
    List<Violation> missing = MissingFields.of(body);
    if (!missing.isEmpty()) {
      throw new ProblemException(Problem.unfit(missing));
    }
    return body;
  }
}
