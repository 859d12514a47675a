package eco.exchange.lab.soak.bank;

import eco.exchange.lab.soak.SoakOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The program of an exchange that works on without end, until it is killed.
 *
 * <p>Its arguments are the folder that it shares with the bank and the seed of its clerks. In the
 * folder it counts its rounds, tells what has escaped, and finds whether its clerks are to rest.
 */
final class ExchangeProgram {

  private static final Logger LOG = Logger.getLogger(ExchangeProgram.class);

  private ExchangeProgram() {}

  /** Works on without end. */
  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SoakOrder order = new SoakOrder(Map.of(), Long.parseLong(arguments[1]));
    Map<String, String> settings = System.getenv();
    PgSettlement settlement =
        new PgSettlement(
            new PgSettlement.Login(
                setting(settings, "HOST"),
                Integer.parseInt(setting(settings, "PORT")),
                setting(settings, "NAME"),
                setting(settings, "USERNAME"),
                setting(settings, "PASSWORD"),
                "soak"));
    ExchangeDesk desk = new ExchangeDesk(settlement, folder, order.draw(0));
    for (long round = 1; ; round++) {
      work(desk, folder);
      count(folder, round);
    }
  }

  private static String setting(Map<String, String> settings, String name) {
    String variable = "EXCHANGE_DB_" + name;
    return Optional.ofNullable(settings.get(variable))
        .orElseThrow(() -> new IllegalStateException("%s is not set".formatted(variable)));
  }

  private static void work(ExchangeDesk desk, Path folder) throws IOException {
    try {
      if (Files.notExists(resting(folder))) {
        desk.act();
      }
      desk.round();
    } catch (IOException | RuntimeException escaped) {
      LOG.error("something has escaped", escaped);
      Files.writeString(
          escaped(folder), escaped + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private static void count(Path folder, long round) throws IOException {
    Path draft = Files.writeString(folder.resolve("rounds.part"), Long.toString(round));
    Files.move(draft, rounds(folder), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where it counts its rounds. */
  static Path rounds(Path folder) {
    return folder.resolve("rounds");
  }

  /** What is there while its clerks are to rest. */
  static Path resting(Path folder) {
    return folder.resolve("resting");
  }

  /** Where it tells what has escaped. */
  static Path escaped(Path folder) {
    return folder.resolve("escaped");
  }
}
