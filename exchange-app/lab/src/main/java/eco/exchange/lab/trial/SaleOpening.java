package eco.exchange.lab.trial;

import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.identity.account.Accounts;
import eco.exchange.market.TradeId;
import eco.exchange.relay.Relay;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Clock;
import java.util.Arrays;

/**
 * The exchange without its web, which lets the bidders in and puts lots on sale, and ends.
 *
 * <p>Its arguments are the codes of the lots.
 */
public class SaleOpening implements QuarkusApplication {

  private final BidderAdmission admission;
  private final Relay relay;

  /** Uses the doors of the exchange that has started. */
  public SaleOpening() {
    this.admission =
        new BidderAdmission(
            Doors.of(Applications.class),
            Doors.of(Bidding.class),
            Doors.of(Accounts.class),
            Doors.of(Clock.class));
    this.relay = Doors.of(Relay.class);
  }

  /** Runs the opening as a program. */
  public static void main(String... arguments) {
    Quarkus.run(SaleOpening.class, (code, failure) -> System.exit(code), arguments);
  }

  @Override
  public int run(String... lots) throws InterruptedException {
    // What follows from an admission elsewhere in the market is not what is tried.
    relay.stop();
    admission.register();
    admission.open(Arrays.stream(lots).map(TradeId::new).toList());
    return 0;
  }
}
