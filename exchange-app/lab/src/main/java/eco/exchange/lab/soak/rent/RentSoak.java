package eco.exchange.lab.soak.rent;

import eco.exchange.lab.soak.SoakOrder;
import eco.exchange.programs.Console;
import java.util.List;
import java.util.Map;

/**
 * The soak of sales by rent and share: no offer wins that the expected revenue cannot carry.
 *
 * <p>{@code ./exchange soak rent [--sales 1000000] [--seed N]}: so many random sales are played.
 * The exit code is 0 if nothing is wrong.
 */
public final class RentSoak {

  private static final int SHOWN = 5;
  private static final long BATCH = 10_000;

  private RentSoak() {}

  /** Runs the soak; the exit code of the program comes out. */
  public static int run(String... arguments) {
    return SoakOrder.run(arguments, Map.of("sales", 1_000_000L), RentSoak::run);
  }

  private static int run(SoakOrder order) {
    RentRounds rounds = new RentRounds(order.draw(0));
    long sales = order.number("sales");
    for (long played = 0; played < sales && rounds.faults().isEmpty(); played += BATCH) {
      rounds.play(Math.min(BATCH, sales - played));
      Console.say("%d of %d: %s".formatted(Math.min(played + BATCH, sales), sales, rounds.told()));
    }
    List<String> faults = rounds.faults();
    faults.stream().limit(SHOWN).forEach(Console::say);
    Console.say(faults.isEmpty() ? "No offer wins that cannot be paid." : "NOT RIGHT");
    return faults.isEmpty() ? 0 : 1;
  }
}
