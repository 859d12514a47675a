package eco.exchange.lab.soak;

import eco.exchange.lab.trial.LoadTool;
import eco.exchange.lab.trial.TrialDatabase;
import eco.exchange.lab.trial.TrialProcess;
import eco.exchange.programs.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The soak in which the ledger is asked for random things, right and wrong: every answer, every
 * balance of now and of the past, and the books are held against a plain oracle.
 *
 * <p>{@code ./exchange soak ledger [--rounds 20] [--chains 600] [--seed N]}: the default is more
 * than a million transfers. The exit code is 0 if nothing is wrong.
 */
final class LedgerSoak {

  private LedgerSoak() {}

  /** Runs the soak; the exit code of the program comes out. */
  static int run(String... arguments) {
    return SoakOrder.run(arguments, Map.of("rounds", 20L, "chains", 600L), LedgerSoak::run);
  }

  private static int run(SoakOrder order) throws IOException, InterruptedException {
    try (TrialDatabase ground = TrialDatabase.prepare()) {
      return run(order, ground);
    }
  }

  private static int run(SoakOrder order, TrialDatabase ground)
      throws IOException, InterruptedException {
    Path told = ground.folder().resolve("ledger.txt");
    Map<String, String> withoutWeb = Map.of("QUARKUS_HTTP_HOST_ENABLED", "false");
    String[] arguments = {
      told.toString(),
      Long.toString(order.number("rounds")),
      Long.toString(order.number("chains")),
      Long.toString(order.seed())
    };
    try (TrialProcess house =
        TrialProcess.start(ground, LedgerLoad.class.getName(), withoutWeb, arguments)) {
      house.finish();
    } catch (LoadTool.Failed wrong) {
      if (Files.notExists(told)) {
        throw wrong;
      }
    }
    String lines = Files.readString(told);
    Console.say(lines.strip());
    boolean isRight = !lines.contains("WRONG");
    Console.say(isRight ? "Every answer and every balance is as the oracle says." : "NOT RIGHT");
    return isRight ? 0 : 1;
  }
}
