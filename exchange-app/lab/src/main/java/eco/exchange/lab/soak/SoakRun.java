package eco.exchange.lab.soak;

import eco.exchange.programs.Console;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A long run by its order. Whatever it throws is a failure of the run, and not of the exchange. */
@FunctionalInterface
public interface SoakRun {

  /** Runs, and says what was found: 0 if everything was right, or else 1. */
  int run(SoakOrder order)
      throws IOException, SQLException, ExecutionException, InterruptedException;

  /**
   * Runs as the arguments order it, and tells the seed first; the exit code of the program comes
   * out.
   */
  static int of(String[] arguments, Map<String, Long> defaults, SoakRun run) {
    Optional<SoakOrder> order = SoakOrder.of(arguments, defaults);
    if (order.isEmpty()) {
      return SoakOrder.NOT_UNDERSTOOD;
    }
    Console.say("seed " + order.get().seed());
    try {
      return run.run(order.get());
    } catch (IOException | SQLException | ExecutionException broken) {
      Console.complain("the soak itself failed: " + broken);
      return SoakOrder.NOT_UNDERSTOOD;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return SoakOrder.NOT_UNDERSTOOD;
    }
  }
}
