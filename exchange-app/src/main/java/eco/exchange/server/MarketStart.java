package eco.exchange.server;

import eco.exchange.bidding.desk.Bidding;
import eco.exchange.event.MarketEvent;
import eco.exchange.flow.MarketFlow;
import eco.exchange.relay.Relay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The start of the market when the exchange starts, and its end before the exchange stops. */
@ApplicationScoped
class MarketStart {

  private final Relay relay;
  private final MarketFlow flow;
  private final Bidding bidding;
  private final ScheduledJobs jobs;

  MarketStart(Relay relay, MarketFlow flow, Bidding bidding, ScheduledJobs jobs) {
    this.relay = relay;
    this.flow = flow;
    this.bidding = bidding;
    this.jobs = jobs;
  }

  void start(@Observes StartupEvent event) {
    bidding.start();
    relay.start(this::follow);
    jobs.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    jobs.stop();
    relay.stop();
    bidding.stop();
  }

  private void follow(MarketEvent event) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> flow.follow(event));
  }
}
