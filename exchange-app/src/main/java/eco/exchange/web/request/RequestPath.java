package eco.exchange.web.request;

import eco.exchange.market.TradeId;
import eco.exchange.web.problem.ProblemException;
import eco.exchange.web.problem.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The parts of the address of a request that is served without a resource. */
public final class RequestPath {

  private RequestPath() {}

  /**
   * The trade that is named by the part {@code :trade} of the address.
   *
   * @throws ProblemException if no trade has such a code
   */
  public static TradeId trade(RoutingContext request) {
    return trade(Objects.requireNonNull(request.pathParam("trade")));
  }

  /**
   * The trade with a code that stands in an address.
   *
   * @throws ProblemException if no trade has such a code
   */
  public static TradeId trade(String code) {
    try {
      return new TradeId(code);
    } catch (IllegalArgumentException noTradeCode) {
      throw new ProblemException(Problems.notFound());
    }
  }
}
