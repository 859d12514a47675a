package eco.exchange.flow;

import eco.exchange.bidding.Bidding;
import eco.exchange.event.MarketEvent;
import eco.exchange.outbox.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sets the market going when the exchange starts, and lets it come to rest before it stops. */
@ApplicationScoped
class FlowLife {

  private final Relay relay;
  private final MarketFlow flow;
  private final Bidding bidding;

  FlowLife(Relay relay, MarketFlow flow, Bidding bidding) {
    this.relay = relay;
    this.flow = flow;
    this.bidding = bidding;
  }

  void start(@Observes StartupEvent event) {
    bidding.start();
    relay.start(this::follow);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    relay.stop();
    bidding.stop();
  }

  private void follow(MarketEvent event) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> flow.follow(event));
  }
}
