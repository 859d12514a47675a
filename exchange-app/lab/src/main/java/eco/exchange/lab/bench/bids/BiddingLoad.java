package eco.exchange.lab.bench.bids;

import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.identity.account.Accounts;
import eco.exchange.lab.bench.measure.Figures;
import eco.exchange.lab.trial.BidderAdmission;
import eco.exchange.lab.trial.Doors;
import eco.exchange.lab.trial.TrialLots;
import eco.exchange.relay.Relay;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The exchange without its web: here the doors themselves are used. It lets the bidders in, puts
 * the lots on sale, and bids through the door.
 *
 * <p>Its arguments are the file for its figures, the seconds of a load, the process of the
 * database, and the parts to measure.
 */
public class BiddingLoad implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(BiddingLoad.class);

  private static final int FAILED = 1;

  private final Bidding bidding;
  private final BidderAdmission admission;
  private final Relay relay;

  /** Uses the doors of the exchange that has started. */
  public BiddingLoad() {
    this.bidding = Doors.of(Bidding.class);
    this.admission =
        new BidderAdmission(
            Doors.of(Applications.class), bidding, Doors.of(Accounts.class), Doors.of(Clock.class));
    this.relay = Doors.of(Relay.class);
  }

  /** Runs the hall as a program. */
  public static void main(String... arguments) {
    Quarkus.run(
        BiddingLoad.class,
        (code, failure) -> System.exit(failure == null ? code : FAILED),
        arguments);
  }

  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    try {
      work(arguments);
      return 0;
    } catch (IllegalStateException failure) {
      LOG.error("the hall has failed", failure);
      return FAILED;
    }
  }

  private void work(String... arguments) throws IOException, InterruptedException {
    // What follows from an admission elsewhere in the market is not what is measured.
    relay.stop();
    Set<BidsPart> parts = EnumSet.noneOf(BidsPart.class);
    List.of(arguments).subList(3, arguments.length).forEach(it -> parts.add(BidsPart.valueOf(it)));
    Duration load = Duration.ofSeconds(Long.parseLong(arguments[1]));
    Figures figures = new Figures(BidsPart.BENCH, LOG::info);
    admission.register();
    DoorMeasurement door =
        new DoorMeasurement(bidding, Long.parseLong(arguments[2]), figures, load);
    if (parts.contains(BidsPart.DOOR)) {
      admission.open(List.of(TrialLots.HOT_AT_THE_DOOR));
      door.measureRate();
    }
    if (parts.contains(BidsPart.GROWTH)) {
      admission.open(DoorMeasurement.lotsThatGrow());
      door.measureGrowth();
    }
    if (parts.contains(BidsPart.HTTP) || parts.contains(BidsPart.WATCHERS)) {
      admission.open(TrialLots.overHttp());
    }
    figures.append(Path.of(arguments[0]));
  }
}
