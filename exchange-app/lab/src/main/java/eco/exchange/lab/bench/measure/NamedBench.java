package eco.exchange.lab.bench.measure;

import eco.exchange.lab.trial.LoadTool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A measurement that can be asked for: its name, its parts, and how they are measured, all in one
 * run on one machine, so that their ratios mean something.
 *
 * @param name by which it is asked for
 * @param parts of which it consists; each can be run alone
 * @param measuring measures the parts that are wanted
 */
public record NamedBench<P extends Enum<P>>(String name, Class<P> parts, Measuring<P> measuring) {

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;

  /** Measures the parts that are wanted, and tells its progress. */
  public interface Measuring<P extends Enum<P>> {
    /** Adds what it has measured to the figures. */
    void measure(BenchOrder<P> order, Figures figures, Consumer<String> say)
        throws IOException, SQLException, InterruptedException;
  }

  /**
   * Runs it and returns the exit code: 0 done, 1 failed, 2 something is missing or wrong.
   *
   * @param say is told progress and figures
   * @param complain is told what went wrong
   */
  public int run(Consumer<String> say, Consumer<String> complain, String... arguments) {
    try {
      measure(BenchOrder.parse(name, parts, List.of(arguments)), say);
      return DONE;
    } catch (IllegalArgumentException wrong) {
      complain.accept(wrong.getMessage());
      complain.accept(BenchOrder.usage(name, parts));
      return NOT_UNDERSTOOD;
    } catch (LoadTool.Missing missing) {
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

  private void measure(BenchOrder<P> order, Consumer<String> say)
      throws IOException, SQLException, InterruptedException {
    Figures figures = new Figures(name, say);
    measuring.measure(order, figures, say);
    if (order.json().isPresent()) {
      Path json = order.json().get();
      figures.append(json);
      say.accept("figures appended to " + json);
    }
    draw(figures, order.picture(), say);
  }

  // A machine without any font can measure, but not draw.
  private static void draw(Figures figures, Path picture, Consumer<String> say) throws IOException {
    System.setProperty("java.awt.headless", "true");
    try {
      if (FigurePlot.draw(figures, picture)) {
        say.accept("drawn in " + picture);
      }
    } catch (LinkageError | RuntimeException noFonts) {
      say.accept("no picture, for this machine cannot draw text: " + noFonts.getMessage());
    }
  }
}
