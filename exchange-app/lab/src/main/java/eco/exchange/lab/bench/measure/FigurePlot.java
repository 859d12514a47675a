package eco.exchange.lab.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** A picture of a run: rates on the left, latencies on the right, what was not run left out. */
final class FigurePlot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;
  private static final String RATE = "_rate";
  private static final String LATENCY = "_p99_ms";

  private FigurePlot() {}

  /** Draws the figures into a file; false if there is nothing to draw. */
  static boolean draw(Figures figures, Path file) throws IOException {
    List<CategoryChart> charts = new ArrayList<>();
    charts.addAll(chart("in a second", figures, RATE));
    charts.addAll(chart("99th percentile, ms", figures, LATENCY));
    if (!charts.isEmpty()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      BitmapEncoder.saveBitmap(charts, 1, charts.size(), file.toString(), BitmapFormat.PNG);
    }
    return !charts.isEmpty();
  }

  private static List<CategoryChart> chart(String title, Figures all, String ending) {
    List<Figure> figures = all.all().stream().filter(it -> it.name().endsWith(ending)).toList();
    return figures.isEmpty() ? List.of() : List.of(chart(title, figures, ending));
  }

  private static CategoryChart chart(String title, List<Figure> figures, String ending) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisLabelRotation(30);
    chart.getStyler().setLabelsVisible(true);
    chart.addSeries(
        title,
        figures.stream().map(it -> it.name().replace(ending, "")).toList(),
        figures.stream().map(Figure::value).toList());
    return chart;
  }
}
