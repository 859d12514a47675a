package eco.exchange.lab.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingFiguresTest {

  private final List<String> said = new ArrayList<>();
  private final Figures figures = new Figures("bids", said::add);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void a_figure_is_one_line_of_json_and_comes_back_from_it() {
    Figure figure = new Figure("http_p99_ms", new BigDecimal("12.50"), "ms");
    assertThat(figure.line("bids"))
        .isEqualTo(
            "{\"bench\":\"bids\",\"figure\":\"http_p99_ms\",\"value\":12.50,\"unit\":\"ms\"}");
    assertThat(Figure.read(figure.line("bids")).value()).isEqualByComparingTo("12.5");
  }

  @Test
  void a_ratio_is_told_beside_its_bar() {
    figures.add("door_hot_rate", 45_000, "bids/s");
    figures.add("obvious_hot_rate", 1_200, "bids/s");
    figures.ratio("hot_door_ratio", "door_hot_rate", "obvious_hot_rate");
    assertThat(said.getLast()).contains("hot_door_ratio").contains("37.5").endsWith("✓ >= 30");
    figures.add(new Figure("cost_growth", new BigDecimal("1.11"), "ratio"));
    assertThat(said.getLast()).endsWith("✗ <= 1.1");
  }

  @Test
  void what_was_not_measured_has_no_ratio() {
    figures.add("door_hot_rate", 45_000, "bids/s");
    figures.ratio("hot_door_ratio", "door_hot_rate", "obvious_hot_rate");
    assertThat(figures.of("hot_door_ratio")).isEmpty();
  }

  @Test
  void the_figures_of_several_runs_stand_in_one_file() throws IOException {
    Path file = folder.resolve("results/bids.jsonl");
    figures.add("fold_cost", 39, "ns/bid");
    figures.append(file);
    figures.append(file);
    assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("fold_cost"));
  }

  @Test
  void a_run_can_be_drawn() throws IOException {
    figures.add("obvious_hot_rate", 1_200, "bids/s");
    figures.add("door_hot_rate", 0, "bids/s");
    FigurePlot.draw(figures, folder.resolve("bids.png"));
    assertThat(folder.resolve("bids.png")).isNotEmptyFile();
  }
}
