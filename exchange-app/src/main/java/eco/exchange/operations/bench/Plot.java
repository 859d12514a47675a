package eco.exchange.operations.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** A picture of a run: rates on the left, latencies on the right, what was not run left out. */
final class Plot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;
  private static final List<String> RATES =
      List.of("obvious_hot", "door_hot", "http_hot", "obvious_lots100", "http_lots100");

  private Plot() {}

  /** Draws the figures into a file. */
  static void draw(Figures figures, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<CategoryChart> charts = new ArrayList<>();
    List<Figure> rates =
        RATES.stream().flatMap(name -> figures.of(name + "_rate").stream()).toList();
    if (!rates.isEmpty()) {
      charts.add(chart("accepted bids a second", rates));
    }
    List<Figure> latencies =
        Stream.of("obvious_hot", "door_hot", "http", "watcher")
            .flatMap(name -> figures.of(name + "_p99_ms").stream())
            .toList();
    if (!latencies.isEmpty()) {
      charts.add(chart("99th percentile, ms", latencies));
    }
    if (!charts.isEmpty()) {
      BitmapEncoder.saveBitmap(charts, 1, charts.size(), file.toString(), BitmapFormat.PNG);
    }
  }

  private static CategoryChart chart(String title, List<Figure> figures) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title).build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setXAxisLabelRotation(30);
    chart.getStyler().setLabelsVisible(true);
    chart.addSeries(
        title,
        figures.stream().map(it -> it.name().replaceAll("_(rate|p99_ms)$", "")).toList(),
        figures.stream().map(Figure::value).toList());
    return chart;
  }
}
