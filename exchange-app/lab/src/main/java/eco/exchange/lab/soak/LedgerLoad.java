package eco.exchange.lab.soak;

import eco.exchange.lab.trial.Doors;
import eco.exchange.relay.Relay;
import eco.exchange.settlement.generalledger.GeneralLedger;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.random.RandomGeneratorFactory;
import org.jboss.logging.Logger;

/**
 * The exchange without its web, whose ledger is asked for random things.
 *
 * <p>Its arguments are the file in which it tells how it goes, the rounds, the chains of each lane
 * in a round, and the seed.
 */
public class LedgerLoad implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(LedgerLoad.class);

  private final GeneralLedger ledger;
  private final Clock clock;
  private final Relay relay;

  /** Uses the doors of the exchange that has started. */
  public LedgerLoad() {
    this.ledger = Doors.of(GeneralLedger.class);
    this.clock = Doors.of(Clock.class);
    this.relay = Doors.of(Relay.class);
  }

  /** Runs the house as a program. */
  public static void main(String... arguments) {
    Quarkus.run(
        LedgerLoad.class, (code, failure) -> System.exit(failure == null ? code : 1), arguments);
  }

  @Override
  public int run(String... arguments) throws IOException, InterruptedException {
    relay.stop();
    Path told = Path.of(arguments[0]);
    long seed = Long.parseLong(arguments[3]);
    LedgerRounds rounds =
        new LedgerRounds(
            ledger,
            clock,
            number -> RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number));
    long operations = 0;
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      try {
        operations += rounds.run(round, Integer.parseInt(arguments[2]));
      } catch (IllegalStateException wrong) {
        LOG.error("the ledger and the oracle differ", wrong);
        tell(told, "WRONG: " + wrong.getMessage());
        return 1;
      }
      tell(told, "round %d: %,d transfers asked for so far".formatted(round + 1, operations));
    }
    return 0;
  }

  private static void tell(Path told, String line) throws IOException {
    Files.writeString(told, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
