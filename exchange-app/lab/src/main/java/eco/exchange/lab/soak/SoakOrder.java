package eco.exchange.lab.soak;

import eco.exchange.programs.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The order of a long run: its numbers and its seed.
 *
 * @param numbers the numbers by name, each told or by default
 * @param seed from which everything that is drawn is drawn
 */
public record SoakOrder(Map<String, Long> numbers, long seed) {

  /** The exit code when the arguments are not understood, or the run itself fails. */
  public static final int NOT_UNDERSTOOD = 2;

  private static final String SEED = "seed";

  /** A long run. Whatever it throws is a failure of the run, and not of the exchange. */
  @FunctionalInterface
  public interface Work {

    /** Runs, and says what was found: 0 if everything was right, or else 1. */
    int run(SoakOrder order)
        throws IOException, SQLException, ExecutionException, InterruptedException;
  }

  /** Copies the numbers. */
  public SoakOrder {
    numbers = Map.copyOf(numbers);
  }

  /** Reads {@code --name number ...}; empty, and told, if it cannot. */
  public static Optional<SoakOrder> of(String[] arguments, Map<String, Long> defaults) {
    Map<String, Long> numbers = new HashMap<>(defaults);
    numbers.put(SEED, RandomGenerator.getDefault().nextLong());
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
      Optional<Long> number =
          i + 1 < arguments.length ? parsed(arguments[i + 1]) : Optional.empty();
      if (!numbers.containsKey(name) || number.isEmpty()) {
        Console.complain(
            "usage: --NAME NUMBER ... with the names " + new TreeSet<>(numbers.keySet()));
        return Optional.empty();
      }
      numbers.put(name, number.get());
    }
    long seed = numbers.remove(SEED);
    return Optional.of(new SoakOrder(numbers, seed));
  }

  /** Runs as the arguments order it, and tells the seed first; its exit code comes out. */
  public static int run(String[] arguments, Map<String, Long> defaults, Work work) {
    Optional<SoakOrder> order = of(arguments, defaults);
    if (order.isEmpty()) {
      return NOT_UNDERSTOOD;
    }
    Console.say("seed " + order.get().seed());
    try {
      return work.run(order.get());
    } catch (IOException | SQLException | ExecutionException broken) {
      Console.complain("the soak itself failed: " + broken);
      return NOT_UNDERSTOOD;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return NOT_UNDERSTOOD;
    }
  }

  /** Draws the same for the same seed; another number draws something else. */
  public RandomGenerator draw(long number) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed + number);
  }

  /** The number of a name, which is one of the defaults. */
  public long number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.valueOf(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
