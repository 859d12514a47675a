package eco.exchange.operations.bench;

import eco.exchange.operations.trial.Ground;
import eco.exchange.operations.trial.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bench of the bids: the obvious design, the door of bidding, the whole exchange over HTTP, the
 * fold and those who watch, all in one run on one machine, so that their ratios mean something.
 */
public final class BidsBench {

  static final String NAME = "bids";

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final Consumer<String> say;
  private final Consumer<String> complain;

  /** Tells progress and figures by the first, and what went wrong by the second. */
  public BidsBench(Consumer<String> say, Consumer<String> complain) {
    this.say = say;
    this.complain = complain;
  }

  /**
   * Runs the bench and returns the exit code: 0 done, 1 failed, 2 something is missing or wrong.
   */
  public int run(String... arguments) {
    try {
      BenchOrder<Part> order = BenchOrder.parse(NAME, Part.class, List.of(arguments));
      measure(order);
      return DONE;
    } catch (IllegalArgumentException wrong) {
      complain.accept(wrong.getMessage());
      complain.accept(BenchOrder.usage(NAME, Part.class));
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

  private void measure(BenchOrder<Part> order)
      throws IOException, SQLException, InterruptedException {
    checkTools(order);
    Figures figures = new Figures(NAME, say);
    say.accept("preparing a database of its own, fsync and synchronous_commit on");
    try (Ground ground = Ground.prepare()) {
      new BidsRun(order, ground, figures, say).run();
      if (order.json().isPresent()) {
        Path json = order.json().get();
        figures.append(json);
        say.accept("figures appended to " + json);
      }
      draw(figures, order.picture());
    }
  }

  // A machine without any font can measure, but not draw.
  private void draw(Figures figures, Path picture) throws IOException {
    System.setProperty("java.awt.headless", "true");
    try {
      Plot.draw(figures, picture);
      say.accept("drawn in " + picture);
    } catch (LinkageError | RuntimeException noFonts) {
      say.accept("no picture, for this machine cannot draw text: " + noFonts.getMessage());
    }
  }

  private static void checkTools(BenchOrder<Part> order) throws IOException {
    if (order.wants(Part.OBVIOUS)) {
      ObviousDesign.mustBeRunnable();
    }
    if (order.wants(Part.HTTP)) {
      Wrk.mustBeRunnable();
    }
  }
}
