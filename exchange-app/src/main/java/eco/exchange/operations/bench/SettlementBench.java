package eco.exchange.operations.bench;

import eco.exchange.operations.trial.Ground;
import eco.exchange.operations.trial.Tool;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bench of settlement: a plain ledger in SQL, our ledger, distributions and a year-end run, all
 * in one run on one machine, so that their ratios mean something.
 */
public final class SettlementBench {

  static final String NAME = "settlement";

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final Consumer<String> say;
  private final Consumer<String> complain;

  /** Tells progress and figures by the first, and what went wrong by the second. */
  public SettlementBench(Consumer<String> say, Consumer<String> complain) {
    this.say = say;
    this.complain = complain;
  }

  /**
   * Runs the bench and returns the exit code: 0 done, 1 failed, 2 something is missing or wrong.
   */
  public int run(String... arguments) {
    try {
      measure(BenchOrder.parse(NAME, SettlementPart.class, List.of(arguments)));
      return DONE;
    } catch (IllegalArgumentException wrong) {
      complain.accept(wrong.getMessage());
      complain.accept(BenchOrder.usage(NAME, SettlementPart.class));
      return NOT_UNDERSTOOD;
    } catch (Tool.Missing missing) {
      complain.accept(missing.getMessage());
      return NOT_UNDERSTOOD;
    } catch (IOException | SQLException failed) {
      complain.accept("The bench has failed: " + failed.getMessage());
      return FAILED;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private void measure(BenchOrder<SettlementPart> order)
      throws IOException, SQLException, InterruptedException {
    if (order.wants(SettlementPart.PLAIN)) {
      ObviousDesign.mustBeRunnable();
    }
    Figures figures = new Figures(NAME, say);
    say.accept("preparing a database of its own, fsync and synchronous_commit on");
    try (Ground ground = Ground.prepare()) {
      new SettlementRun(order, ground, figures, say).run();
      if (order.json().isPresent()) {
        figures.append(order.json().get());
        say.accept("figures appended to " + order.json().get());
      }
    }
  }
}
