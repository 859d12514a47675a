package eco.exchange.lab.bench.bids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.lab.bench.measure.BenchOrder;
import eco.exchange.lab.bench.measure.NamedBench;
import eco.exchange.lab.trial.LoadTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingForABenchTest {

  @Test
  void without_arguments_everything_is_measured() {
    BenchOrder<BidsPart> order = ordered("");
    assertThat(order.parts()).containsExactly(BidsPart.values());
    assertThat(order.seconds()).isEqualTo(10);
    assertThat(order.json()).isEmpty();
  }

  @Test
  void parts_seconds_and_file_can_be_chosen() {
    BenchOrder<BidsPart> order =
        ordered("--only fold --json out/run.jsonl --seconds 3 --only obvious");
    assertThat(order.parts()).containsExactly(BidsPart.OBVIOUS, BidsPart.FOLD);
    assertThat(order.seconds()).isEqualTo(3);
    assertThat(order.json()).contains(Path.of("out/run.jsonl"));
    assertThat(order.picture()).isEqualTo(Path.of("out/run.png").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--only",
        "--only dance",
        "--seconds 0",
        "--seconds 601",
        "--seconds -3",
        "--seconds ten",
        "--json",
        "hot",
        "--loud yes"
      })
  void what_is_not_understood_is_told(String arguments) {
    assertThatThrownBy(() -> ordered(arguments)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_order_ends_with_the_usage_and_code_2() {
    List<String> complaints = new ArrayList<>();
    int code =
        new NamedBench<>("bids", BidsPart.class, BidsBench::measure)
            .run(complaints::add, complaints::add, "--only", "dance");
    assertThat(code).isEqualTo(2);
    assertThat(complaints).hasSize(2).last().asString().startsWith("usage: ./exchange bench bids");
  }

  @Test
  void a_missing_tool_is_told_with_the_way_to_get_it() {
    assertThatThrownBy(() -> LoadTool.mustBeThere("no-such-program", "some-package"))
        .isInstanceOf(LoadTool.Missing.class)
        .hasMessageContaining("no-such-program")
        .hasMessageContaining("apt-get install some-package");
  }

  private static BenchOrder<BidsPart> ordered(String arguments) {
    return BenchOrder.parse(
        BidsPart.BENCH,
        BidsPart.class,
        arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
  }
}
