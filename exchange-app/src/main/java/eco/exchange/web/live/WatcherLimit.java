package eco.exchange.web.live;

import eco.exchange.market.TradeId;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limit of how many watch on this node: in all, on one lot, and from one address. */
@Singleton
final class WatcherLimit {

  private final int nodeMax;
  private final int lotMax;
  private final int addressMax;

  // All are guarded by this.
  private final Map<TradeId, Integer> lots = new HashMap<>();
  private final Map<String, Integer> addresses = new HashMap<>();
  private int node;

  WatcherLimit(
      @ConfigProperty(name = "exchange.live.watchers-per-node", defaultValue = "20000") int nodeMax,
      @ConfigProperty(name = "exchange.live.watchers-per-lot", defaultValue = "10000") int lotMax,
      @ConfigProperty(name = "exchange.live.watchers-per-address", defaultValue = "100")
          int addressMax) {
    this.nodeMax = nodeMax;
    this.lotMax = lotMax;
    this.addressMax = addressMax;
  }

  /**
   * Lets somebody in.
   *
   * @return what gives the place back, once; empty if there is none
   */
  synchronized Optional<Runnable> enter(TradeId lot, String address) {
    if (node >= nodeMax
        || lots.getOrDefault(lot, 0) >= lotMax
        || addresses.getOrDefault(address, 0) >= addressMax) {
      return Optional.empty();
    }
    node++;
    lots.merge(lot, 1, Integer::sum);
    addresses.merge(address, 1, Integer::sum);
    return Optional.of(new OnceOnly(() -> leave(lot, address)));
  }

  private synchronized void leave(TradeId lot, String address) {
    node--;
    lots.computeIfPresent(lot, (key, count) -> count == 1 ? null : count - 1);
    addresses.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
  }
}
