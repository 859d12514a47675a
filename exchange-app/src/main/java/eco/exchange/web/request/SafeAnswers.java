package eco.exchange.web.request;

import eco.exchange.web.problem.RequestNumber;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The headers that make the answers of the API safe to receive: nothing is kept by caches, nothing
 * is run or framed by browsers, and each carries the number of its request.
 */
@ApplicationScoped
class SafeAnswers {

  private static final int BEFORE_ALL_ELSE = 2000;

  void add(@Observes Filters filters) {
    filters.register(SafeAnswers::mark, BEFORE_ALL_ELSE);
  }

  private static void mark(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set(RequestNumber.HEADER, RequestNumber.of(request));
    if (request.normalizedPath().startsWith("/api/")) {
      headers.set("Cache-Control", "no-store");
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    request.next();
  }
}
